using System.Net;

namespace Weir.Logs.Nginx;

/// <summary>The server that a line of nginx is about.</summary>
/// <param name="Scheme"><c>http</c>, <c>https</c>, <c>fastcgi</c>, <c>uwsgi</c>, <c>scgi</c>, <c>grpc</c> …; empty for
/// a stream.</param>
/// <param name="Peer"><c>host:port</c>, <c>[v6]:port</c>, <c>unix:/path</c>, or the name of a group.</param>
/// <param name="Uri">The path that was asked for there, or empty.</param>
public sealed record UpstreamName(string Scheme, string Peer, string Uri)
{
    private const string Unix = "unix:";

    /// <summary>Whether the peer is a unix socket.</summary>
    public bool IsUnixSocket => Peer.StartsWith(Unix, StringComparison.Ordinal);

    /// <summary>
    /// Whether the peer is an address. If not, it is the group itself: nginx chose no server of it.
    /// </summary>
    public bool IsAddress => IsUnixSocket || (Peer.Contains(':') && IPEndPoint.TryParse(Peer, out _));

    /// <summary>Reads what stands in <c>upstream: "…"</c>. Any text is some name.</summary>
    public static UpstreamName Parse(string text)
    {
        var end = text.IndexOf("://", StringComparison.Ordinal);
        var scheme = end > 0 ? text[..end] : "";
        var rest = end > 0 ? text[(end + 3)..] : text;
        return rest.StartsWith(Unix, StringComparison.Ordinal) ? OnSocket(scheme, rest) : OnHost(scheme, rest);
    }

    // http://unix:/run/app.sock:/path, and without a path fastcgi://unix:/run/app.sock: with the colon.
    private static UpstreamName OnSocket(string scheme, string rest)
    {
        var colon = rest.IndexOf(':', Unix.Length);
        return colon < 0 ? new(scheme, rest, "") : new(scheme, rest[..colon], rest[(colon + 1)..]);
    }

    private static UpstreamName OnHost(string scheme, string rest)
    {
        var slash = rest.IndexOfAny(['/', '?']);
        return slash < 0 ? new(scheme, rest, "") : new(scheme, rest[..slash], rest[slash..]);
    }
}
