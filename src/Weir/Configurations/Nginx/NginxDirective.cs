namespace Weir.Configurations.Nginx;

/// <summary>A directive as it stands in a file.</summary>
/// <param name="Name">Its name; empty for a block without one.</param>
/// <param name="Arguments">Its arguments without quotes, escapes replaced.</param>
/// <param name="Block">What stands in its braces; null when it ends with a semicolon. Empty for a block of Lua.</param>
/// <param name="At">Where it begins.</param>
internal sealed record NginxDirective(
    string Name, IReadOnlyList<string> Arguments, IReadOnlyList<NginxDirective>? Block, SourceLine At)
{
    /// <summary>The first argument; empty without one.</summary>
    public string First => Arguments.Count > 0 ? Arguments[0] : "";

    /// <summary>Characters of a directive that people are shown: a missing semicolon can make it a page long.</summary>
    private const int MaxShown = 160;

    /// <summary>The directive in one line, for people.</summary>
    public override string ToString()
        => string.Join(' ', Arguments.Prepend(Name)) is { Length: > MaxShown } text
            ? text[..MaxShown] + "…"
            : string.Join(' ', Arguments.Prepend(Name));
}
