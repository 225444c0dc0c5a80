using System.Collections.Immutable;
using Weir.Vocabulary;

namespace Weir.Diagnosis;

/// <summary>What the judge is given: the answers, and what is known of the failure at the broken hop.</summary>
/// <param name="Answers">The observables that were answered.</param>
/// <param name="Failure">
/// How well each failure fits what was seen, 0 to 1: a single one when the wire was watched, several when only a
/// gateway's status is known, empty when nothing failed or nothing is known.
/// </param>
public sealed record Testimony(
    ImmutableDictionary<Observable, bool> Answers, ImmutableDictionary<Failure, double> Failure)
{
    /// <summary>Nothing known.</summary>
    public static Testimony None { get; } =
        new(ImmutableDictionary<Observable, bool>.Empty, ImmutableDictionary<Failure, double>.Empty);

    /// <summary>Whether exactly one failure was seen.</summary>
    public bool FailureIsKnown => Failure.Count == 1;

    /// <summary>The same with one failure that was seen on the wire.</summary>
    public Testimony With(Failure failure)
        => this with { Failure = ImmutableDictionary<Failure, double>.Empty.Add(failure, 1) };

    /// <summary>The same with an answer; yes wins where two seats disagree, since it was seen by one of them.</summary>
    public Testimony With(Observable observable, bool isSo)
        => this with { Answers = Answers.SetItem(observable, isSo || Answers.GetValueOrDefault(observable)) };

    /// <summary>The answer to <paramref name="observable"/>.</summary>
    public Answer this[Observable observable] => Answers.TryGetValue(observable, out var isSo)
        ? isSo ? Answer.Yes : Answer.No
        : Answer.NotChecked;
}
