using System.Net;
using System.Net.Sockets;

namespace Weir.Lab.Faults;

/// <summary>The port of a faulty server: bound from beginning to end, open or not.</summary>
internal sealed class Doorway : IDisposable
{
    // A queue of one holds two connections on Linux (the test is "greater than"). With a queue of zero and SYN
    // cookies switched off the kernel would not let even the first one in.
    private const int SilentBacklog = 1;
    private const int SilentFill = SilentBacklog + 1;

    private readonly FaultyServerOptions _options;
    private readonly Action<Socket> _accepted;
    private readonly List<Socket> _fill = [];
    private Socket _listener;
    private CancellationTokenSource _closing = new();

    public Doorway(FaultyServerOptions options, Action<Socket> accepted)
    {
        (_options, _accepted) = (options, accepted);
        _listener = Bind(options.Listen);
        EndPoint = _listener.LocalEndPoint!;
        Use(options.Door);
    }

    public EndPoint EndPoint { get; }

    /// <summary>The loops that accept; each ends when its door is closed, and fails with what stops it else.</summary>
    public Task Accepting { get; private set; } = Task.CompletedTask;

    public void Set(Door door)
    {
        Close();
        _closing = new CancellationTokenSource();
        _listener = Bind(EndPoint);
        Use(door);
    }

    public void Dispose()
    {
        Close();
        if (EndPoint is UnixDomainSocketEndPoint)
            File.Delete(EndPoint.ToString()!);
    }

    private void Close()
    {
        _closing.Cancel();
        _closing.Dispose();
        _listener.Dispose();
        foreach (var socket in _fill)
            socket.Dispose();
        _fill.Clear();
    }

    private Socket Bind(EndPoint at)
    {
        var isUnix = at is UnixDomainSocketEndPoint;
        if (isUnix)
            File.Delete(at.ToString()!);
        var socket = new Socket(
            at.AddressFamily, SocketType.Stream, isUnix ? ProtocolType.Unspecified : ProtocolType.Tcp);
        if (_options.ReceiveBuffer is { } size)
            socket.ReceiveBufferSize = size;
        socket.Bind(at);
        return socket;
    }

    private void Use(Door door)
    {
        if (door == Door.Open)
        {
            _listener.Listen(_options.Backlog);
            Accepting = Task.WhenAll(Accepting, AcceptAsync(_listener, _closing.Token));
        }
        else if (door == Door.NeverAccept)
        {
            _listener.Listen(SilentBacklog);
            for (var count = 0; count < SilentFill; count++)
                _fill.Add(ConnectedToSelf());
        }
    }

    private Socket ConnectedToSelf()
    {
        var socket = new Socket(EndPoint.AddressFamily, SocketType.Stream, _listener.ProtocolType);
        socket.Connect(EndPoint);
        return socket;
    }

    private async Task AcceptAsync(Socket listener, CancellationToken closing)
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                _accepted(await listener.AcceptAsync(closing));
            }
            catch (Exception problem) when (closing.IsCancellationRequested
                && problem is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }
            catch (SocketException problem) when (problem.SocketErrorCode == SocketError.ConnectionAborted)
            {
                // The peer left the queue before it was accepted: the next one.
            }
        }
    }
}
