using System.Net;

namespace Weir.Configurations.Nginx;

/// <summary>Addresses as nginx writes them.</summary>
internal static class NginxAddress
{
    /// <summary>
    /// Splits <c>host:port</c>, <c>[v6]:port</c>, <c>*:port</c>, or one of the two. The host comes without brackets and
    /// <c>*</c> as <c>0.0.0.0</c>; the port is null when there is none.
    /// </summary>
    /// <param name="text">The address.</param>
    /// <param name="bareNumberIsPort">A number on its own is a port, and the host every address.</param>
    public static (string Host, string? Port) Split(string text, bool bareNumberIsPort = false)
    {
        if (text.StartsWith('[') && text.IndexOf(']') is var end and > 0)
        {
            return (Literal(text[1..end]), text[(end + 1)..] is [':', .. var port] ? port : null);
        }

        if (bareNumberIsPort && text.Length > 0 && text.All(letter => char.IsAsciiDigit(letter) || letter == '-'))
        {
            return ("0.0.0.0", text);
        }

        var colon = text.LastIndexOf(':');
        return colon < 0 ? (Literal(text), null) : (Literal(text[..colon]), text[(colon + 1)..]);
    }

    private static string Literal(string host)
        => host == "*" ? "0.0.0.0"
        : host.Contains(':') && IPAddress.TryParse(host, out var address) ? address.ToString()
        : host;
}
