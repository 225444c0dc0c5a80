namespace Weir.Configurations;

/// <summary>The C library's file name patterns (POSIX.1 section 2.14), for one part of a path.</summary>
internal static class GlobPattern
{
    /// <summary>Whether it has a wildcard; without, it names one file.</summary>
    public static bool IsPattern(string text) => text.AsSpan().ContainsAny('*', '?', '[');

    /// <summary>Whether a name fits. A leading dot must be written. Time is bounded by the product of the
    /// lengths.</summary>
    public static bool Matches(string pattern, string name)
    {
        if (name.StartsWith('.') && !pattern.StartsWith('.'))
        {
            return false;
        }

        var (at, next, star, resume) = (0, 0, -1, 0);
        while (next < name.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, resume) = (at++, next);
            }
            else if (at < pattern.Length && One(pattern, at, name[next]) is var length and > 0)
            {
                (at, next) = (at + length, next + 1);
            }
            else if (star >= 0)
            {
                (at, next) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(at).TrimStart('*').IsEmpty;
    }

    // How many characters of the pattern take this one character; 0 when they do not.
    private static int One(string pattern, int at, char letter) => pattern[at] switch
    {
        '?' => 1,
        '\\' when at + 1 < pattern.Length => pattern[at + 1] == letter ? 2 : 0,
        '[' when pattern.IndexOf(']', Math.Min(at + 2, pattern.Length)) is var end and > 0
            => InSet(pattern.AsSpan((at + 1)..end), letter) ? end - at + 1 : 0,
        var exact => exact == letter ? 1 : 0,
    };

    private static bool InSet(ReadOnlySpan<char> set, char letter)
    {
        var negated = set.Length > 0 && set[0] is '!' or '^';
        var found = false;
        for (var at = negated ? 1 : 0; at < set.Length; at++)
        {
            if (at + 2 < set.Length && set[at + 1] == '-')
            {
                found |= set[at] <= letter && letter <= set[at + 2];
                at += 2;
            }
            else
            {
                found |= set[at] == letter;
            }
        }

        return found != negated;
    }
}
