using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Weir.Probing.Dns;

namespace Weir.Tests.Kit;

/// <summary>A name server on loopback that answers over UDP and TCP with the bytes that a script gives.</summary>
internal sealed class ScriptedNameServer : IAsyncDisposable
{
    private const int PortTries = 20;

    private readonly Socket _udp;
    private readonly Socket _tcp;
    private readonly Func<AskedQuery, IReadOnlyList<byte[]>> _script;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<AskedQuery> _asked = new();
    private readonly Task _running;

    private ScriptedNameServer(Socket udp, Socket tcp, Func<AskedQuery, IReadOnlyList<byte[]>> script)
    {
        (_udp, _tcp, _script) = (udp, tcp, script);
        EndPoint = (IPEndPoint)udp.LocalEndPoint!;
        _running = Task.WhenAll(ServeUdpAsync(), ServeTcpAsync());
    }

    public IPEndPoint EndPoint { get; }

    public NameServer Server => new(EndPoint, NameServerRole.Named, "scripted");

    /// <summary>What has been asked so far, in the order of arrival.</summary>
    public IReadOnlyList<AskedQuery> Asked => [.. _asked];

    /// <summary>
    /// Starts on a free port, or on a given one; no bytes are silence, several are several datagrams.
    /// </summary>
    public static ScriptedNameServer Start(
        Func<AskedQuery, IReadOnlyList<byte[]>> script, string address = "127.0.0.1", int port = 0)
    {
        for (var tries = 1; ; tries++)
        {
            var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            var tcp = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                udp.Bind(new IPEndPoint(IPAddress.Parse(address), port));
                tcp.Bind(udp.LocalEndPoint!);
                tcp.Listen();
                return new(udp, tcp, script);
            }
            catch (SocketException) when (port == 0 && tries < PortTries)
            {
                // The port is free for UDP and taken for TCP: another one then.
                udp.Dispose();
                tcp.Dispose();
            }
        }
    }

    public static ScriptedNameServer Start(Func<AskedQuery, byte[]?> script, string address = "127.0.0.1", int port = 0)
        => Start(query => script(query) is { } answer ? (IReadOnlyList<byte[]>)[answer] : [], address, port);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _udp.Dispose();
        _tcp.Dispose();
        await _running;
        _stop.Dispose();
    }

    private async Task ServeUdpAsync()
    {
        var buffer = new byte[65_535];
        try
        {
            while (true)
            {
                var got = await _udp.ReceiveFromAsync(buffer, SocketFlags.None, EndPoint, _stop.Token);
                foreach (var answer in Script(new(buffer[..got.ReceivedBytes], OverTcp: false, got.RemoteEndPoint)))
                {
                    await _udp.SendToAsync(answer, SocketFlags.None, got.RemoteEndPoint, _stop.Token);
                }
            }
        }
        catch (Exception error) when (IsTheEnd(error))
        {
            // The test is over.
        }
    }

    private async Task ServeTcpAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await _tcp.AcceptAsync(_stop.Token);
                await AnswerTcpAsync(connection);
            }
        }
        catch (Exception error) when (IsTheEnd(error))
        {
            // The test is over.
        }
    }

    private async Task AnswerTcpAsync(Socket connection)
    {
        try
        {
            await using var stream = new NetworkStream(connection);
            var length = new byte[2];
            await stream.ReadExactlyAsync(length, _stop.Token);
            var query = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
            await stream.ReadExactlyAsync(query, _stop.Token);
            foreach (var answer in Script(new(query, OverTcp: true)))
            {
                byte[] framed = [(byte)(answer.Length >> 8), (byte)answer.Length, .. answer];
                await stream.WriteAsync(framed, _stop.Token);
            }
        }
        catch (IOException)
        {
            // The client left first, as some tests want it.
        }
    }

    private IReadOnlyList<byte[]> Script(AskedQuery query)
    {
        _asked.Enqueue(query);
        return _script(query);
    }

    private bool IsTheEnd(Exception error)
        => _stop.IsCancellationRequested
            && error is OperationCanceledException or ObjectDisposedException or SocketException;
}
