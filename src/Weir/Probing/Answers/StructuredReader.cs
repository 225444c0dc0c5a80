namespace Weir.Probing.Answers;

/// <summary>
/// Walks over a structured field by the algorithms of RFC 9651 section 4.2. The first error stays; whoever meets it
/// gives up.
/// </summary>
internal sealed class StructuredReader(string text)
{
    public string? Error { get; private set; }

    public int At { get; private set; }

    public bool AtEnd => At >= text.Length;

    private char Next => AtEnd ? '\0' : text[At];

    public void SkipSpaces() => Skip(" ");

    /// <summary>What stands between two members, or the end (section 4.2.1).</summary>
    public void Comma()
    {
        var before = At;
        Skip(" \t");
        if (AtEnd)
        {
            // Only spaces may trail, so a tab at the end is an error.
            Error ??= text.AsSpan(before).Contains('\t') ? "a tab at the end" : null;
            return;
        }

        if (!Take(','))
        {
            Error ??= "no comma between members";
            return;
        }

        Skip(" \t");
        Error ??= AtEnd ? "nothing after the last comma" : null;
    }

    /// <summary>A value and its parameters (section 4.2.3); null with <see cref="Error"/> set.</summary>
    public StructuredItem? Item()
    {
        if (Next == '(')
        {
            Error = "an inner list where an item belongs";
            return null;
        }

        return Bare() is { } value && Parameters() is { } parameters ? new(value, parameters) : null;
    }

    private Dictionary<string, BareItem>? Parameters()
    {
        var parameters = new Dictionary<string, BareItem>(StringComparer.Ordinal);
        while (Take(';'))
        {
            SkipSpaces();
            if (Key() is not { } key)
            {
                return null;
            }

            if ((Take('=') ? Bare() : BareItem.True) is not { } value)
            {
                return null;
            }

            parameters[key] = value;
        }

        return parameters;
    }

    private string? Key()
    {
        var start = At;
        if (Next is not ((>= 'a' and <= 'z') or '*'))
        {
            Error = "no parameter's key";
            return null;
        }

        while (Next is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '-' or '.' or '*')
        {
            At++;
        }

        return text[start..At];
    }

    private BareItem? Bare()
    {
        if (BareReader.Read(text.AsSpan(At), out var length, out var error) is { } item)
        {
            At += length;
            return item;
        }

        Error = error;
        return null;
    }

    private bool Take(char letter)
    {
        var there = Next == letter && !AtEnd;
        At += there ? 1 : 0;
        return there;
    }

    private void Skip(string letters)
    {
        while (!AtEnd && letters.Contains(text[At]))
        {
            At++;
        }
    }
}
