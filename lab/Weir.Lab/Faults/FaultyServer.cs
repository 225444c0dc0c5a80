using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace Weir.Lab.Faults;

/// <summary>
/// A real server that misbehaves on the wire, on command: for tests, the lab and the demonstration. It plays a
/// <see cref="Faults.Script"/> of replies and remembers what it received. Everything ends when it is disposed.
/// </summary>
/// <remarks>
/// The script is asked when a connection was accepted (and again after TLS), for replies that act before a request
/// is read, and for each request. Such an early reply that a script gives only to a later request of a kept
/// connection acts then, on what the peer sends next.
/// </remarks>
public sealed class FaultyServer : IAsyncDisposable
{
    private readonly FaultyServerOptions _options;
    private readonly Turns _turns;
    private readonly Journal _journal = new();
    private readonly ConcurrentDictionary<int, Task> _running = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Doorway _doorway;

    private FaultyServer(Script script, FaultyServerOptions options)
    {
        (_options, _turns) = (options, new Turns(script));
        _doorway = new Doorway(options, Accepted);
    }

    /// <summary>Where it listens, with the port that it got.</summary>
    public EndPoint EndPoint => _doorway.EndPoint;

    /// <summary>Its port; 0 on a unix socket.</summary>
    public int Port => EndPoint is IPEndPoint { Port: var port } ? port : 0;

    /// <summary>Its address as a URL without a path; on a unix socket the host is "localhost".</summary>
    public Uri Url => new($"{(_options.Tls is null ? "http" : "https")}://{(Port == 0 ? "localhost" : EndPoint)}/");

    /// <summary>The script; a new one holds from the next turn on, and the count of turns goes on.</summary>
    public Script Script
    {
        get => _turns.Script;
        set => _turns.Script = value;
    }

    /// <summary>The requests that came, oldest first, within <see cref="FaultLimits"/>.</summary>
    public ImmutableArray<ReceivedRequest> Requests => _journal.Requests;

    /// <summary>How many requests came, the forgotten ones included.</summary>
    public int RequestCount => _journal.RequestCount;

    /// <summary>The connections that were accepted, oldest first, within <see cref="FaultLimits"/>.</summary>
    public ImmutableArray<ReceivedConnection> Connections => _journal.Connections;

    /// <summary>How many connections were accepted, the forgotten ones included.</summary>
    public int ConnectionCount => _journal.ConnectionCount;

    /// <summary>Starts on 127.0.0.1, on any port, in plain text, with <see cref="Script.InOrder"/>.</summary>
    public static FaultyServer Start(params Script[] inOrder) => new(Script.InOrder(inOrder), new());

    /// <summary>Starts as <paramref name="options"/> say, with <see cref="Script.InOrder"/>.</summary>
    /// <exception cref="SocketException">The address cannot be taken.</exception>
    public static FaultyServer Start(FaultyServerOptions options, params Script[] inOrder)
        => new(Script.InOrder(inOrder), options);

    /// <summary>Starts on 127.0.0.1 with a port that is bound and refuses.</summary>
    public static FaultyServer Refuse() => new(Reply.Ok(), new() { Door = Door.Refuse });

    /// <summary>Starts on 127.0.0.1 with a port that leaves every connect without an answer.</summary>
    public static FaultyServer NeverAccept() => new(Reply.Ok(), new() { Door = Door.NeverAccept });

    /// <summary>
    /// Changes what the port does. Connections that are established go on, those in the accept queue are reset. The
    /// port is free for an instant in between. Not for several threads at once.
    /// </summary>
    /// <exception cref="SocketException">Somebody else took the port in that instant.</exception>
    public void SetDoor(Door door) => _doorway.Set(door);

    /// <summary>Returns when <paramref name="count"/> requests have come since the start.</summary>
    public Task WaitForRequestsAsync(int count, CancellationToken stop)
        => _journal.WaitAsync(() => RequestCount >= count, stop);

    /// <summary>Returns the connection when <paramref name="reached"/> holds for it.</summary>
    /// <param name="number">Its number, from 1; it need not have come yet.</param>
    /// <param name="reached">What to wait for; it is asked again after every change.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task<ReceivedConnection> WaitForConnectionAsync(
        int number, Func<ReceivedConnection, bool> reached, CancellationToken stop)
    {
        ReceivedConnection? found = null;
        await _journal.WaitAsync(
            () =>
            {
                found = Connections.FirstOrDefault(one => one.Number == number);
                return found is not null && reached(found);
            },
            stop);
        return found!;
    }

    /// <summary>Returns the connection when it has ended.</summary>
    public Task<ReceivedConnection> WaitForEndAsync(int number, CancellationToken stop)
        => WaitForConnectionAsync(number, one => one.End != ConnectionEnd.Open, stop);

    /// <summary>
    /// Closes the port and every connection. Throws what went wrong in the script or in the server itself, so that
    /// no test passes over it.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
            return;
        await _stop.CancelAsync();
        _doorway.Dispose();
        await _doorway.Accepting;
        await Task.WhenAll(_running.Values);
    }

    private void Accepted(Socket socket)
    {
        if (_running.Count >= FaultLimits.OpenConnections)
        {
            socket.Dispose();
            return;
        }

        var record = _journal.AddConnection();
        var connection = new Connection(new Wire(socket, record, _options.Clock), _turns, _journal, _options);
        var running = Task.Run(() => connection.RunAsync(_stop.Token));
        _running[record.Number] = running;
        running.ContinueWith(_ => _running.TryRemove(record.Number, out var _), CancellationToken.None,
            TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
    }
}
