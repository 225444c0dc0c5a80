using Weir.Vocabulary;

namespace Weir.Probing.Answers;

/// <summary>Who answered, and whether the answer is its own.</summary>
/// <param name="Software">The plain name of the hop that handed the answer over, such as <c>nginx</c>.</param>
/// <param name="Version">Its version, where it shows one.</param>
/// <param name="Role">The part it plays.</param>
/// <param name="MadeIt">True: it made the answer itself; false: it passed on what a hop behind it sent; null: not to be
/// told from this answer.</param>
/// <param name="Writer">The software that wrote the body; the same as <paramref name="Software"/> where it made the
/// answer, null where nothing in the answer tells.</param>
/// <param name="WriterVersion">The version that the body shows.</param>
/// <param name="Possible">The failures that the answer itself names, the likeliest first; several where the writer has
/// one phrase for several, none where it names nothing.</param>
/// <param name="Says">The words that name them, cut at a limit and safe to print.</param>
/// <param name="Signs">What it was recognised by, in words for a report.</param>
public sealed record Answerer(
    string Software,
    string? Version,
    AnswererRole Role,
    bool? MadeIt,
    string? Writer,
    string? WriterVersion,
    IReadOnlyList<Failure> Possible,
    string? Says,
    IReadOnlyList<string> Signs)
{
    /// <summary>
    /// The likeliest failure that the answer names; certain where <see cref="Possible"/> has no other.
    /// </summary>
    public Failure? Failure => Possible.Count > 0 ? Possible[0] : null;
}
