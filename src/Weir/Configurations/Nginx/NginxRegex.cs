using System.Text.RegularExpressions;

namespace Weir.Configurations.Nginx;

/// <summary>
/// An expression of PCRE, run by the platform's own engine as far as the two agree. It is hostile input: where the
/// platform can, it runs in linear time, else within a limit.
/// </summary>
internal sealed class NginxRegex(string pattern, bool ignoreCase)
{
    /// <summary>Longest expression, characters; nginx's own words are at most 4096 long.</summary>
    private const int MaxLength = 4096;

    /// <summary>How long one match may take: they need microseconds, and a request may need hundreds.</summary>
    private static readonly TimeSpan MaxTime = TimeSpan.FromMilliseconds(50);

    private readonly PcreSyntax _syntax = PcreSyntax.Translate(pattern.Length <= MaxLength ? pattern : "");
    private Regex? _regex;
    private bool _isUnusable = pattern.Length > MaxLength;

    /// <summary>The expression as written.</summary>
    public string Pattern => pattern;

    /// <summary>It ran in time that grows with the text only; known once it was tried.</summary>
    public bool IsLinear => _regex is { } regex && regex.Options.HasFlag(RegexOptions.NonBacktracking);

    /// <summary>Names of groups and their numbers.</summary>
    public IReadOnlyDictionary<string, int> Names => _syntax.Names;

    /// <summary>
    /// The groups of a match, the whole at 0 and null for a group without a part in it; an empty list when it does not
    /// match; null when this engine cannot tell.
    /// </summary>
    public IReadOnlyList<string?>? Match(string text)
    {
        if (_isUnusable)
        {
            return null;
        }

        try
        {
            _regex ??= Compile();
            var match = _regex.Match(text);
            return match.Success
                ? [.. match.Groups.Cast<Group>().Select(group => group.Success ? group.Value : null)]
                : [];
        }
        catch (Exception error) when (error is ArgumentException or RegexMatchTimeoutException)
        {
            _isUnusable = true; // said by the caller as an uncertain step; never tried again
            return null;
        }
    }

    private Regex Compile()
    {
        var options = RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        try
        {
            return new(_syntax.Pattern, options | RegexOptions.NonBacktracking, MaxTime);
        }
        catch (NotSupportedException)
        {
            return new(_syntax.Pattern, options, MaxTime); // it looks around or back
        }
    }
}
