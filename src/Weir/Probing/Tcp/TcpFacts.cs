using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Weir.Probing.Tcp;

/// <summary>What Linux tells of one TCP connection (<c>tcp(7)</c>, TCP_INFO), at the moment of asking.</summary>
/// <param name="State">The state as the kernel numbers it: 1 established, 2 SYN sent, 8 close-wait, …</param>
/// <param name="Retransmits">Time-outs in a row without an answer, at this moment.</param>
/// <param name="TotalRetransmits">Segments sent again since the start, SYNs included.</param>
/// <param name="Unacknowledged">Segments sent and not acknowledged yet.</param>
/// <param name="RoundTrip">The smoothed round trip time; zero before the first measurement.</param>
/// <param name="RoundTripVariation">Its mean deviation.</param>
/// <param name="SendSegment">The largest payload of a segment that is sent now, in bytes.</param>
/// <param name="ReceiveSegment">The largest payload seen from the peer, in bytes.</param>
/// <param name="AdvertisedSegment">The largest payload that we told the peer to send, in bytes.</param>
/// <param name="PathMtu">The largest packet that the path is thought to carry, in bytes.</param>
public sealed record TcpFacts(
    int State,
    int Retransmits,
    int TotalRetransmits,
    int Unacknowledged,
    TimeSpan RoundTrip,
    TimeSpan RoundTripVariation,
    int SendSegment,
    int ReceiveSegment,
    int AdvertisedSegment,
    int PathMtu)
{
    /// <summary>
    /// Bytes of <c>struct tcp_info</c> up to <c>tcpi_total_retrans</c>; every kernel since 2.6 gives them.
    /// </summary>
    internal const int Bytes = 104;

    /// <summary>
    /// The facts of <paramref name="socket"/>; null on other systems, and when it is closed or not TCP.
    /// </summary>
    public static TcpFacts? Of(Socket socket)
    {
        ArgumentNullException.ThrowIfNull(socket);
        return OperatingSystem.IsLinux() ? SocketOptions.Borrow(socket, SocketOptions.Tcp) : null;
    }

    /// <summary>Reads <c>struct tcp_info</c>; null when it is cut short.</summary>
    internal static TcpFacts? Parse(ReadOnlySpan<byte> info)
    {
        if (info.Length < Bytes)
        {
            return null;
        }

        var words = MemoryMarshal.Cast<byte, int>(info);
        return new TcpFacts(
            State: info[0],
            Retransmits: info[2],
            TotalRetransmits: words[25],
            Unacknowledged: words[6],
            RoundTrip: TimeSpan.FromMicroseconds((uint)words[17]),
            RoundTripVariation: TimeSpan.FromMicroseconds((uint)words[18]),
            SendSegment: words[4],
            ReceiveSegment: words[5],
            AdvertisedSegment: words[21],
            PathMtu: words[15]);
    }
}
