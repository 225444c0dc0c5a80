using System.Buffers;
using System.Globalization;
using System.Text;

namespace Weir.Logs.Lines;

/// <summary>
/// Walks over the members of a JSON line, nested ones too, and forgives what loggers get wrong: bare dashes, raw bytes,
/// a cut end. Linear in the length of the line.
/// </summary>
internal ref struct JsonScan(ReadOnlySpan<byte> line)
{
    private static readonly SearchValues<byte> BareEnd = SearchValues.Create(",}] \t\r\n"u8);

    private readonly ReadOnlySpan<byte> _line = line;
    private int _at;

    /// <summary>The member's name, as written.</summary>
    public ReadOnlySpan<byte> Key { get; private set; }

    /// <summary>The value as written: without its quotes, with its escapes.</summary>
    public ReadOnlySpan<byte> Value => _line[ValueRange];

    /// <summary>Where the value stands in the line.</summary>
    public Range ValueRange { get; private set; }

    /// <summary>Whether the value stood in quotes.</summary>
    public bool IsText { get; private set; }

    /// <summary>Goes to the next member with a plain value.</summary>
    public bool MoveNext()
    {
        while (TryFindText(out var key))
        {
            Skip();
            if (_at >= _line.Length || _line[_at] != ':')
            {
                continue; // an element of a list, or not JSON
            }

            _at++;
            Skip();
            if (_at < _line.Length && _line[_at] is (byte)'{' or (byte)'[')
            {
                continue; // its members come next
            }

            Key = _line[key];
            IsText = _at < _line.Length && _line[_at] == '"';
            ValueRange = IsText ? Text() : Bare();
            return true;
        }

        return false;
    }

    /// <summary>Writes a value without its escapes; <paramref name="into"/> is at least as long.</summary>
    /// <returns>The number of bytes.</returns>
    public static int Unescape(ReadOnlySpan<byte> value, Span<byte> into)
    {
        var length = 0;
        for (var at = 0; at < value.Length && length < into.Length; at++)
        {
            if (value[at] != '\\' || at + 1 == value.Length)
            {
                into[length++] = value[at];
                continue;
            }

            at++;
            if (value[at] == 'u' && TryHex(value, at + 1, 4, out var unit))
            {
                at += 4;
                length += Write(unit, into[length..]);
            }
            else if (value[at] == 'x' && TryHex(value, at + 1, 2, out var octet))
            {
                at += 2;
                into[length++] = (byte)octet;
            }
            else
            {
                into[length++] = Control(value[at]);
            }
        }

        return length;
    }

    private static byte Control(byte letter) => letter switch
    {
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        _ => letter,
    };

    // Halves of a pair come out as the replacement character: no gateway's line needs them.
    private static int Write(int unit, Span<byte> into)
    {
        var rune = Rune.IsValid(unit) ? new Rune(unit) : Rune.ReplacementChar;
        return rune.TryEncodeToUtf8(into, out var written) ? written : 0;
    }

    private static bool TryHex(ReadOnlySpan<byte> text, int at, int count, out int number)
    {
        number = 0;
        return at + count <= text.Length
            && int.TryParse(
                text.Slice(at, count), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number);
    }

    private bool TryFindText(out Range text)
    {
        text = default;
        var quote = _line[_at..].IndexOf((byte)'"');
        if (quote < 0)
        {
            _at = _line.Length;
            return false;
        }

        _at += quote;
        text = Text();
        return true;
    }

    // From an opening quote to behind the closing one, or to the end of a cut line.
    private Range Text()
    {
        var start = ++_at;
        while (_at < _line.Length && _line[_at] != '"')
        {
            _at += _line[_at] == '\\' ? 2 : 1;
        }

        var end = Math.Min(_at, _line.Length);
        _at = Math.Min(_at + 1, _line.Length);
        return start..Math.Max(start, end);
    }

    private Range Bare()
    {
        var start = _at;
        var length = _line[_at..].IndexOfAny(BareEnd);
        _at = length < 0 ? _line.Length : _at + length;
        return start.._at;
    }

    private void Skip()
    {
        while (_at < _line.Length && _line[_at] is (byte)' ' or (byte)'\t')
        {
            _at++;
        }
    }
}
