using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace Weir.Probing.Dns;

/// <summary>A name of a host that may be asked for, in both of its spellings.</summary>
public sealed record HostName
{
    private const int MostCharacters = 253;
    private const int MostLabelCharacters = 63;
    private const char FirstCombiningMark = '\u0300';
    private const char LastCombiningMark = '\u036F';

    private HostName(string ascii, string shown) => (Ascii, Shown) = (ascii, shown);

    /// <summary>The spelling of the name service: lower case, ASCII (RFC 5890 A-labels), no dot at the end.</summary>
    public string Ascii { get; }

    /// <summary>The spelling that was given, for people.</summary>
    public string Shown { get; }

    /// <summary>
    /// Takes letters, digits, hyphens (RFC 1123 section 2.1) and underscores, which live names have; other letters are
    /// turned into A-labels. Addresses are no names.
    /// </summary>
    /// <param name="text">What a person or a configuration wrote.</param>
    /// <param name="name">The name, where it is one.</param>
    /// <param name="problem">Otherwise what is wrong with it: the end of a sentence that begins with the name.</param>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out HostName? name, [NotNullWhen(false)] out string? problem)
    {
        name = null;
        var bare = text.EndsWith('.') ? text[..^1] : text;
        if (IPAddress.TryParse(text, out _))
        {
            problem = "is an address, not a name";
            return false;
        }

        if (ToAscii(bare) is not { } ascii)
        {
            problem = "cannot be spelled as an internationalised name";
            return false;
        }

        problem = ProblemOf(ascii);
        name = problem is null ? new HostName(ascii, bare) : null;
        return name is not null;
    }

    /// <summary>The ASCII spelling.</summary>
    public override string ToString() => Ascii;

    private static string? ToAscii(string text)
    {
        if (text.All(char.IsAscii))
        {
            return text.ToLowerInvariant();
        }

        // Without ICU nothing puts "u" and a separate diaeresis together: the A-label would be that of another name.
        if (text.Any(letter => letter is >= FirstCombiningMark and <= LastCombiningMark))
        {
            return null;
        }

        try
        {
            return new IdnMapping().GetAscii(text.ToLowerInvariant()).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? ProblemOf(string ascii)
    {
        if (ascii.Length is 0 or > MostCharacters)
        {
            return ascii.Length == 0 ? "is empty" : "is longer than 253 characters";
        }

        var labels = ascii.Split('.');
        if (labels.FirstOrDefault(label => label.Length is 0 or > MostLabelCharacters) is { } label)
        {
            return label.Length == 0 ? "has an empty part between two dots" : "has a part longer than 63 characters";
        }

        if (labels.Any(part => part.StartsWith('-')))
        {
            return "has a part that begins with a hyphen";
        }

        if (!ascii.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.'))
        {
            return "has a character that host names do not have";
        }

        return labels[^1].All(char.IsAsciiDigit) ? "ends with a number, so it could only be an address" : null;
    }
}
