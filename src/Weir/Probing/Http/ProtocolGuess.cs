using System.Text;

namespace Weir.Probing.Http;

/// <summary>Recognises a protocol by the first bytes that a server sends after a GET, or unasked.</summary>
public static class ProtocolGuess
{
    /// <summary>What <paramref name="first"/>, the first bytes received, look like.</summary>
    public static WireProtocol Of(ReadOnlySpan<byte> first)
        => OfFrame(first) is var frame && frame != WireProtocol.Unknown ? frame : OfText(first);

    private static WireProtocol OfFrame(ReadOnlySpan<byte> first) => first switch
    {
        // RFC 8446 section 5.1: type, legacy version 3.x.
        [0x15, 3, ..] => WireProtocol.TlsAlert,
        [0x14 or 0x16 or 0x17, 3, <= 4, ..] => WireProtocol.TlsRecord,

        // RFC 9113 section 4.1: SETTINGS (4) or GOAWAY (7) on stream 0.
        [0, _, _, 4 or 7, _, 0, 0, 0, 0, ..] => WireProtocol.Http2,

        // A MySQL packet of the number 0: the handshake of protocol 10, or an error.
        [_, _, 0, 0, 10 or 0xFF, ..] => WireProtocol.MySql,

        // FastCGI version 1: END_REQUEST, STDOUT, STDERR, GET_VALUES_RESULT, UNKNOWN_TYPE.
        [1, 3 or 6 or 7 or 10 or 11, _, _, _, _, _, _, ..] => WireProtocol.FastCgi,

        // ErrorResponse: E, a length below 64 KiB, then the severity.
        [(byte)'E', 0, 0, _, _, (byte)'S', ..] => WireProtocol.PostgreSql,
        _ => WireProtocol.Unknown,
    };

    private static WireProtocol OfText(ReadOnlySpan<byte> first)
    {
        if (first.StartsWith("PRI * HTTP/2.0"u8))
        {
            return WireProtocol.Http2;
        }

        if (first.StartsWith("HTTP/1."u8))
        {
            return WireProtocol.Http1;
        }

        if (first.StartsWith("SSH-"u8))
        {
            return WireProtocol.Ssh;
        }

        if (first.StartsWith("AMQP"u8))
        {
            return WireProtocol.Amqp;
        }

        return first.TrimStart(" \t\r\n"u8) is [(byte)'<', ..] ? WireProtocol.Markup : OfReply(first);
    }

    private static WireProtocol OfReply(ReadOnlySpan<byte> first)
    {
        if (StartsWithAny(first, "220 ", "220-", "421 ", "500 ", "530 ", "554 "))
        {
            return OfGreeting(Encoding.Latin1.GetString(first));
        }

        if (StartsWithAny(first, "-ERR ", "-NOAUTH ", "-DENIED ", "-NOPERM ", "-LOADING ", "-MISCONF "))
        {
            return WireProtocol.Redis;
        }

        if (StartsWithAny(first, "ERROR\r\n", "CLIENT_ERROR", "SERVER_ERROR"))
        {
            return WireProtocol.Memcached;
        }

        return StartsWithAny(first, "+OK") ? WireProtocol.Pop3
            : StartsWithAny(first, "* OK", "* BYE", "* PREAUTH") ? WireProtocol.Imap
            : WireProtocol.Unknown;
    }

    // Mail and file servers share the reply codes; only their words differ.
    private static WireProtocol OfGreeting(string text)
        => text.Contains("ftp", StringComparison.OrdinalIgnoreCase) ? WireProtocol.Ftp
        : text.Contains("smtp", StringComparison.OrdinalIgnoreCase)
            || text.Contains("mail", StringComparison.OrdinalIgnoreCase) ? WireProtocol.Smtp
        : WireProtocol.Unknown;

    private static bool StartsWithAny(ReadOnlySpan<byte> text, params ReadOnlySpan<string> starts)
    {
        foreach (var start in starts)
        {
            if (text.Length >= start.Length && Ascii.Equals(text[..start.Length], start))
            {
                return true;
            }
        }

        return false;
    }
}
