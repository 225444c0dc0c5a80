using System.Collections.Immutable;
using Weir.Diagnosis;
using Weir.Vocabulary;

namespace Weir.Logs;

/// <summary>The phrases of one dialect, in the order in which they are tried.</summary>
/// <param name="Rows">Every row; of two that hold the earlier counts.</param>
public sealed record PhraseTable(ImmutableArray<Phrase> Rows)
{
    /// <summary>The row for <paramref name="saying"/>; null where the dialect's table knows it not.</summary>
    public Phrase? Find(Saying saying) => Rows.FirstOrDefault(row => row.Holds(saying));

    /// <summary>A row that shows a failure.</summary>
    internal static Phrase Fails(string words, Failure failure, string meaning, params Observable[] yes)
        => new() { Words = words, Failure = failure, Meaning = meaning, Answers = AllYes(yes) };

    /// <summary>A row that tells something, but no failure on the wire.</summary>
    internal static Phrase Tells(string words, string meaning, params Observable[] yes)
        => new() { Words = words, Meaning = meaning, Answers = AllYes(yes) };

    /// <summary>A row that may be passed over.</summary>
    internal static Phrase Passes(string words, string meaning)
        => new() { Words = words, Meaning = meaning, Harmless = true };

    private static ImmutableArray<(Observable, bool)> AllYes(Observable[] observables)
        => [.. observables.Select(each => (each, true))];
}
