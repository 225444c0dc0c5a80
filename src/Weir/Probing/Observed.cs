using System.Collections.Immutable;

namespace Weir.Probing;

/// <summary>
/// Everything that has been measured so far about one target. Immutable: each new fact makes a new one.
/// </summary>
/// <param name="Target">The target.</param>
/// <param name="Options">How it is looked at.</param>
/// <param name="Facts">The facts, in the order of their completion, each with the check that made it.</param>
public sealed record Observed(Target Target, ProbeOptions Options, ImmutableList<(Check Check, Fact Fact)> Facts)
{
    /// <summary>Nothing measured yet.</summary>
    public static Observed Nothing(Target target, ProbeOptions options) => new(target, options, []);

    /// <summary>The facts of one kind.</summary>
    public IEnumerable<T> Of<T>()
        where T : Fact => Facts.Select(each => each.Fact).OfType<T>();

    /// <summary>Whether <paramref name="check"/> has been made.</summary>
    public bool Has(Check check) => Facts.Any(each => each.Check == check);

    /// <summary>The same with one fact more.</summary>
    public Observed With(Check check, Fact fact) => this with { Facts = Facts.Add((check, fact)) };
}
