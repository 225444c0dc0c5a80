using System.Buffers;
using System.Net;
using System.Net.Sockets;
using Weir.Probing.Dns.Wire;

namespace Weir.Probing.Dns;

/// <summary>
/// Sends one query over UDP and waits for its answer. The socket is connected: the kernel then drops what comes from
/// elsewhere, and hands over the ICMP errors that a silent server's network sends. Its port is the kernel's random one.
/// </summary>
internal static class UdpExchange
{
    private const int LevelIp = 0;
    private const int LevelIpv6 = 41;
    private const int OptionIpReceiveErrors = 11;
    private const int OptionIpv6ReceiveErrors = 25;

    /// <summary>
    /// Datagrams looked at in one try; a flood of forged ones shall not keep us busy until the time-out.
    /// </summary>
    private const int MostDatagrams = 64;

    /// <summary>One try.</summary>
    /// <param name="server">Where the query goes.</param>
    /// <param name="query">The query.</param>
    /// <param name="deadline">Cancelled when the time of this try is over.</param>
    /// <param name="stop">Cancelled when the caller gives up; only this one throws.</param>
    public static async Task<Exchange> RunAsync(
        IPEndPoint server, DnsQuery query, CancellationToken deadline, CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline, stop);
        var buffer = ArrayPool<byte>.Shared.Rent(WireLimits.MessageBytes);
        var rejected = new Rejected();
        try
        {
            using var socket = Open(server);
            await socket.SendAsync(QueryWriter.Write(query), SocketFlags.None, either.Token);
            return await ReceiveAsync(socket, query, buffer, rejected, either.Token);
        }
        catch (SocketException error)
        {
            return Exchange.Failed(SocketTrouble.From(error));
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return rejected.AtTheEnd();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static Socket Open(IPEndPoint server)
    {
        var socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            ReportEveryError(socket);
            socket.Connect(server); // Without a route this fails at once, and nothing has been sent.
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }

    // Linux keeps "host unreachable" and "network unreachable" to itself unless it is asked for them (ip(7)).
    private static void ReportEveryError(Socket socket)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var (level, option) = socket.AddressFamily == AddressFamily.InterNetworkV6
            ? (LevelIpv6, OptionIpv6ReceiveErrors)
            : (LevelIp, OptionIpReceiveErrors);
        ReadOnlySpan<byte> on = [1, 0, 0, 0];
        socket.SetRawSocketOption(level, option, on);
    }

    private static async Task<Exchange> ReceiveAsync(
        Socket socket, DnsQuery query, byte[] buffer, Rejected rejected, CancellationToken stop)
    {
        for (var datagrams = 0; datagrams < MostDatagrams; datagrams++)
        {
            var count = await socket.ReceiveAsync(buffer, SocketFlags.None, stop);
            if (AnswerMatch.Check(MessageReader.Read(buffer.AsSpan(0, count)), query, rejected) is { } exchange)
            {
                return exchange;
            }
        }

        return Exchange.Failed(LookupOutcome.Malformed, "the server sent a flood of answers to something else");
    }
}
