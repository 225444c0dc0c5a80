using System.Buffers.Text;
using System.Text;
using Weir.Logs.Lines;

namespace Weir.Logs.Access;

/// <summary>A line of an access log, taken apart and not copied. It holds as long as the line's own memory.</summary>
public readonly ref struct AccessLine
{
    private readonly ReadOnlySpan<byte> _line;
    private readonly ReadOnlySpan<Range> _fields;
    private readonly LogEscape _escape;

    private AccessLine(ReadOnlySpan<byte> line, ReadOnlySpan<Range> fields, LogEscape escape)
    {
        _line = line;
        _fields = fields;
        _escape = escape;
    }

    /// <summary>The field as written; empty where the line has it not, or only a dash.</summary>
    public ReadOnlySpan<byte> this[AccessField field]
        => _line[_fields[(int)field]] is var value && (value.SequenceEqual("-"u8)
            || (_escape == LogEscape.Json && value.SequenceEqual("null"u8))) ? default : value;

    /// <summary>The field as written, with its dash.</summary>
    public ReadOnlySpan<byte> Raw(AccessField field) => _line[_fields[(int)field]];

    /// <summary>
    /// The status that the visitor got: three digits. nginx writes 009 for HTTP/0.9 and 000 for none.
    /// </summary>
    public int Status => LogTime.Digits(this[AccessField.Status], 0, 3);

    /// <summary>When the request was finished; null where the line does not tell.</summary>
    public DateTimeOffset? At
    {
        get
        {
            var text = this[AccessField.Time];
            return LogTime.TryReadCommon(text, out var at) || LogTime.TryReadIso(text, null, out at, out _)
                || LogTime.TryReadUnix(text, out at) ? at : null;
        }
    }

    /// <summary>
    /// How far the writer's clock is from UTC; null where the time is one that counts in UTC anyway.
    /// </summary>
    public TimeSpan? LocalOffset
    {
        get
        {
            var text = this[AccessField.Time];
            return text is not [.., (byte)'Z'] && (LogTime.TryReadCommon(text, out var at)
                || LogTime.TryReadIso(text, null, out at, out _)) ? at.Offset : null;
        }
    }

    /// <summary>How long the request took in seconds; null where the line does not tell.</summary>
    public double? Seconds => Number(this[AccessField.RequestTime]);

    /// <summary>Room for the fields of a line.</summary>
    public static Range[] Room() => new Range[AccessFields.Count];

    /// <summary>Takes a line apart.</summary>
    /// <param name="text">The line without its end.</param>
    /// <param name="format">How.</param>
    /// <param name="room">From <see cref="Room"/>; the line lies in it until it is used again.</param>
    /// <param name="line">The line.</param>
    /// <returns>False where it is not of this format, or has no status.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, AccessFormat format, Range[] room, out AccessLine line)
    {
        ArgumentNullException.ThrowIfNull(format);
        line = default;
        if (!format.TryRead(text, room))
        {
            return false;
        }

        // JSON says for itself how it is escaped, whatever the format was called.
        line = new(text, room, text is [(byte)'{', ..] ? LogEscape.Json : format.Escape);
        return line[AccessField.Status].Length == 3 && line.Status >= 0
            && !line[AccessField.Client].Contains((byte)' '); // no address has a blank: somebody's prefix is in front
    }

    /// <summary>The field as text, without its escapes; empty where there is none.</summary>
    public string Text(AccessField field)
    {
        var value = this[field];
        if (_escape == LogEscape.None || !value.Contains((byte)'\\'))
        {
            return Encoding.UTF8.GetString(value);
        }

        var plain = new byte[value.Length];
        return Encoding.UTF8.GetString(plain, 0, JsonScan.Unescape(value, plain)); // knows \xXX too
    }

    /// <summary>The request line; put together where the format has only its parts.</summary>
    public string RequestLine()
    {
        if (!this[AccessField.Request].IsEmpty)
        {
            return Text(AccessField.Request);
        }

        return string.Join(' ', new[] { Text(AccessField.Method), Text(AccessField.Target), Text(AccessField.Protocol) }
            .Where(part => part.Length > 0));
    }

    internal static double? Number(ReadOnlySpan<byte> text)
        => Utf8Parser.TryParse(text, out double number, out var used) && used == text.Length && number is >= 0 and < 1e9
            ? number
            : null;
}
