using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Weir.Lab.Faults;

public sealed partial class FaultyNameServer
{
    private const int LargestPacket = 65_535;

    private async Task ReceiveAsync()
    {
        var buffer = new byte[LargestPacket];
        try
        {
            while (true)
            {
                var got = await _udp.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0), _stop.Token);
                if (Take(buffer.AsSpan(0, got.ReceivedBytes), overTcp: false) is var (question, reply))
                    TryRun(() => AnswerAsync(question, reply, packet => SendAsync(packet, got.RemoteEndPoint)));
            }
        }
        catch (Exception problem) when (IsStop(problem))
        {
            // Disposed: that is how a server ends.
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _tcp.AcceptAsync(_stop.Token);
                if (!TryRun(() => ServeAsync(socket)))
                    socket.Dispose();
            }
        }
        catch (Exception problem) when (IsStop(problem))
        {
            // Disposed: that is how a server ends.
        }
    }

    // RFC 1035, 4.2.2: over TCP each message follows its length, and several may follow one another.
    private async Task ServeAsync(Socket socket)
    {
        using var stream = new NetworkStream(socket, ownsSocket: true);
        var length = new byte[sizeof(ushort)];
        try
        {
            while (true)
            {
                await stream.ReadExactlyAsync(length, _stop.Token);
                var packet = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
                await stream.ReadExactlyAsync(packet, _stop.Token);
                if (Take(packet, overTcp: true) is var (question, reply))
                    await AnswerAsync(question, reply, answer => SendAsync(answer, stream));
            }
        }
        catch (Exception problem) when (problem is IOException || IsStop(problem))
        {
            // The client went, or the server is disposed: either ends the connection.
        }
    }

    private async Task AnswerAsync(ReceivedQuestion question, NameReply reply, Func<byte[], ValueTask> send)
    {
        try
        {
            if (reply.Delay > TimeSpan.Zero)
                await Task.Delay(reply.Delay, _clock, _stop.Token);
            if (reply.Answer(question) is { } packet)
                await send(packet);
        }
        catch (Exception problem) when (IsStop(problem))
        {
            // Disposed while the answer was held back.
        }
    }

    private async ValueTask SendAsync(byte[] packet, EndPoint to)
        => await _udp.SendToAsync(packet, to, _stop.Token);

    private ValueTask SendAsync(byte[] packet, NetworkStream stream)
    {
        byte[] framed = [(byte)(packet.Length >> 8), (byte)packet.Length, .. packet];
        return stream.WriteAsync(framed, _stop.Token);
    }

    private bool IsStop(Exception problem)
        => _stop.IsCancellationRequested
            && problem is OperationCanceledException or ObjectDisposedException or SocketException;
}
