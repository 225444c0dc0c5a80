using System.Net;
using System.Net.Sockets;

namespace Weir.Probing.Tcp;

/// <summary>One attempt to connect that is asked for.</summary>
/// <param name="Endpoint">
/// Where to: an <see cref="IPEndPoint"/> or a <see cref="UnixDomainSocketEndPoint"/>; a name is resolved before.
/// </param>
/// <param name="Limit">How long to wait for an answer; more than zero.</param>
public sealed record ConnectRequest(EndPoint Endpoint, TimeSpan Limit)
{
    /// <summary>
    /// The address to connect from, one of this machine's; null leaves it to the kernel. Ignored for a unix socket.
    /// </summary>
    public IPAddress? Source { get; init; }

    /// <summary>
    /// The largest segment in bytes, ours and the peer's (TCP_MAXSEG); null leaves it to the kernel. Linux only.
    /// </summary>
    public int? MaxSegment { get; init; }

    /// <summary>How many hops the packets may live, 1 to 255; null leaves it to the kernel. Linux only.</summary>
    internal int? HopLimit { get; init; }

    /// <summary>
    /// Refuses what cannot be asked, and takes an IPv4 address out of its IPv6 coat (RFC 4291 2.5.5.2).
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The endpoint is a name or of another kind, or the limit is not positive.
    /// </exception>
    internal ConnectRequest Checked()
    {
        if (Limit <= TimeSpan.Zero)
        {
            throw new ArgumentException("The limit must be more than zero.");
        }

        return Endpoint switch
        {
            IPEndPoint { Address.IsIPv4MappedToIPv6: true } mapped =>
                this with { Endpoint = new IPEndPoint(mapped.Address.MapToIPv4(), mapped.Port) },
            IPEndPoint => this,
            UnixDomainSocketEndPoint => this with { Source = null },
            _ => throw new ArgumentException($"Cannot connect to {Endpoint}: it is no address and no unix socket."),
        };
    }
}
