namespace Weir.Probing.Answers;

/// <summary>How one piece of software is known by its answers.</summary>
/// <param name="Software">Its plain name.</param>
/// <param name="Role">The part it plays.</param>
internal sealed record Fingerprint(string Software, AnswererRole Role)
{
    /// <summary>Signs that it wrote the body.</summary>
    public IReadOnlyList<Mark> Writes { get; init; } = [];

    /// <summary>Signs that it handed the answer over, whoever wrote the body.</summary>
    public IReadOnlyList<Mark> Speaks { get; init; } = [];

    /// <summary>Signs that it only passed the answer on: it never puts them on an answer of its own.</summary>
    public IReadOnlyList<Mark> PassesOn { get; init; } = [];

    /// <summary>What its pages say went wrong, the special before the general: the first found counts.</summary>
    public IReadOnlyList<Saying> Says { get; init; } = [];

    /// <summary>Whether its own pages are markup or empty, so that plain words are never its own.</summary>
    public bool WritesMarkupOnly { get; init; }

    /// <summary>What stands right before its version, in the body or a field.</summary>
    public IReadOnlyList<string> VersionAfter { get; init; } = [];
}
