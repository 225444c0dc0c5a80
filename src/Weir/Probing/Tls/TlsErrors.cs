using System.Globalization;

namespace Weir.Probing.Tls;

/// <summary>What the platform's exceptions tell about TLS.</summary>
public static class TlsErrors
{
    // "error:0A000410:SSL routines::sslv3 alert handshake failure": library 0x0A (20), and a reason of 1000 plus the
    // number of the alert received.
    private const string Prefix = "error:0A";
    private const int Digits = 6;
    private const int FirstAlertReason = 1000;

    /// <summary>How deep exceptions are nested at most before the search ends.</summary>
    private const int Depth = 8;

    /// <summary>
    /// The alert that the peer sent in encrypted form, read from the TLS library's error code; null where
    /// <paramref name="error"/> tells of none. In TLS 1.3 a refusal of the client's certificate comes after the
    /// handshake, as the failure of the first read: so this serves whoever reads from the channel, too.
    /// </summary>
    public static TlsAlert? AlertIn(Exception? error)
    {
        for (var depth = 0; error is not null && depth < Depth; depth++, error = error.InnerException)
        {
            if (ReasonIn(error.Message) is >= FirstAlertReason and <= FirstAlertReason + byte.MaxValue and var reason)
            {
                return new((byte)(reason - FirstAlertReason), Fatal: null);
            }
        }

        return null;
    }

    /// <summary>The messages of an exception and what lies in it, outermost first, safe to print.</summary>
    internal static string Words(Exception error)
    {
        var words = new List<string>();
        for (var inner = error; inner is not null && words.Count < Depth; inner = inner.InnerException)
        {
            words.Add(inner.Message);
        }

        return Printable.Text(string.Join(" < ", words.Distinct()), TlsLimits.TextLength);
    }

    private static int? ReasonIn(string message)
    {
        var start = message.IndexOf(Prefix, StringComparison.Ordinal);
        if (start < 0 || message.Length < start + Prefix.Length + Digits)
        {
            return null;
        }

        var digits = message.AsSpan(start + Prefix.Length, Digits);
        return int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var reason)
            ? reason
            : null;
    }
}
