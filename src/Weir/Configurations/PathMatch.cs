namespace Weir.Configurations;

/// <summary>How a route is chosen by the path.</summary>
public enum PathMatch
{
    /// <summary>Every path that no other route takes.</summary>
    Everything,

    /// <summary>This very path.</summary>
    Exact,

    /// <summary>Paths that begin so; the longest wins, and regular expressions are asked after it.</summary>
    Prefix,

    /// <summary>Paths that begin so; when it is the longest, no regular expression is asked (nginx
    /// <c>^~</c>).</summary>
    FinalPrefix,

    /// <summary>A regular expression.</summary>
    Regex,

    /// <summary>A regular expression that does not mind the case.</summary>
    RegexIgnoreCase,

    /// <summary>No path: only other routes lead there, by name.</summary>
    Named,
}
