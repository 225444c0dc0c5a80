using System.Globalization;

namespace Weir.Configurations.Nginx;

/// <summary>A version of nginx, such as 1.22.1.</summary>
/// <param name="Major">The first number.</param>
/// <param name="Minor">The second; odd for mainline, even for stable.</param>
/// <param name="Patch">The third.</param>
public readonly record struct NginxVersion(int Major, int Minor, int Patch) : IComparable<NginxVersion>
{
    /// <summary>Reads <c>1.22.1</c>, also with words around it, such as <c>nginx/1.22.1 (Ubuntu)</c>; null when there
    /// is none.</summary>
    public static NginxVersion? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0)
        {
            return null;
        }

        var parts = text[start..].Split('.', 4);
        return parts.Length >= 3 && Number(parts[0]) is { } major && Number(parts[1]) is { } minor
            && Number(Digits(parts[2])) is { } patch
                ? new(major, minor, patch)
                : null;
    }

    /// <inheritdoc/>
    public int CompareTo(NginxVersion other)
        => (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));

    /// <summary>Whether it is this version or a later one.</summary>
    public bool IsAtLeast(NginxVersion other) => CompareTo(other) >= 0;

    /// <summary>Earlier.</summary>
    public static bool operator <(NginxVersion left, NginxVersion right) => left.CompareTo(right) < 0;

    /// <summary>Later.</summary>
    public static bool operator >(NginxVersion left, NginxVersion right) => left.CompareTo(right) > 0;

    /// <summary>Earlier or the same.</summary>
    public static bool operator <=(NginxVersion left, NginxVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Later or the same.</summary>
    public static bool operator >=(NginxVersion left, NginxVersion right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public override string ToString() => $"{Major}.{Minor}.{Patch}";

    private static string Digits(string text)
        => text.AsSpan().IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? text[..end] : text;

    private static int? Number(string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
