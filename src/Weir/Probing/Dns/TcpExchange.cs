using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Weir.Probing.Dns.Wire;

namespace Weir.Probing.Dns;

/// <summary>Sends one query over a TCP connection of its own (RFC 7766) and waits for its answer.</summary>
internal static class TcpExchange
{
    private const int LengthBytes = 2;

    /// <summary>One try; the parameters are those of <see cref="UdpExchange.RunAsync"/>.</summary>
    public static async Task<Exchange> RunAsync(
        IPEndPoint server, DnsQuery query, CancellationToken deadline, CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline, stop);
        var connected = false;
        try
        {
            using var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(server, either.Token);
            connected = true;
            await using var stream = new NetworkStream(socket, ownsSocket: false);
            await stream.WriteAsync(Framed(QueryWriter.Write(query)), either.Token);
            return Judge(await ReceiveAsync(stream, either.Token), query);
        }
        catch (SocketException error)
        {
            return Exchange.Failed(SocketTrouble.From(error));
        }
        catch (IOException error)
        {
            return Broken(error);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return Exchange.Failed(LookupOutcome.Timeout, connected
                ? "the server took the connection and did not answer"
                : "no TCP connection to the server was possible in time");
        }
    }

    private static byte[] Framed(byte[] query)
    {
        var framed = new byte[LengthBytes + query.Length];
        BinaryPrimitives.WriteUInt16BigEndian(framed, (ushort)query.Length);
        query.CopyTo(framed, LengthBytes);
        return framed;
    }

    private static async Task<byte[]> ReceiveAsync(NetworkStream stream, CancellationToken stop)
    {
        var length = new byte[LengthBytes];
        await stream.ReadExactlyAsync(length, stop);
        var message = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
        await stream.ReadExactlyAsync(message, stop);
        return message;
    }

    // Nobody else can send on this connection: an answer to something else is the server's own mistake.
    private static Exchange Judge(byte[] answer, DnsQuery query)
    {
        var rejected = new Rejected();
        if (AnswerMatch.Check(MessageReader.Read(answer), query, rejected) is { } exchange)
        {
            return exchange.Message is null && exchange.Truncated
                ? Exchange.Failed(LookupOutcome.Malformed, "the server's answer over TCP is cut short")
                : exchange;
        }

        return rejected.AtTheEnd() is { Trouble: LookupOutcome.Malformed } unreadable
            ? unreadable
            : Exchange.Failed(LookupOutcome.Malformed, "the server answered to something else over TCP");
    }

    private static Exchange Broken(IOException error) => error switch
    {
        EndOfStreamException => Exchange.Failed(
            LookupOutcome.Malformed, "the server closed the connection before its answer was complete"),
        { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.Shutdown } } =>
            Exchange.Failed(LookupOutcome.Malformed, "the server reset the connection before its answer was complete"),
        { InnerException: SocketException inner } => Exchange.Failed(SocketTrouble.From(inner)),
        _ => Exchange.Failed(LookupOutcome.NotAsked, $"this machine could not ask: {error.Message}"),
    };
}
