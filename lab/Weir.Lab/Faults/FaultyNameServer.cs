using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace Weir.Lab.Faults;

/// <summary>
/// A name server on 127.0.0.1, UDP and TCP on the same port, that answers as it is told. What is no question gets
/// no answer. Everything ends when it is disposed.
/// </summary>
public sealed partial class FaultyNameServer : IAsyncDisposable
{
    // The port that UDP gets may be taken for TCP; then another pair is tried.
    private const int PortTries = 20;

    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private readonly Queue<ReceivedQuestion> _questions = [];
    private readonly ConcurrentDictionary<int, Task> _running = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Socket _udp;
    private readonly Socket _tcp;
    private readonly Task _listening;
    private int _questionCount;
    private int _taskCount;

    private FaultyNameServer(Func<ReceivedQuestion, NameReply> script, TimeProvider clock)
    {
        (Script, _clock) = (script, clock);
        (_udp, _tcp) = BindPair();
        _tcp.Listen();
        _listening = Task.WhenAll(Task.Run(ReceiveAsync), Task.Run(AcceptAsync));
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint EndPoint => (IPEndPoint)_udp.LocalEndPoint!;

    /// <summary>Chooses the reply to a question; a new one holds from the next question on.</summary>
    public Func<ReceivedQuestion, NameReply> Script { get; set; }

    /// <summary>The questions that came, oldest first, at most <see cref="FaultLimits.Remembered"/>.</summary>
    public ImmutableArray<ReceivedQuestion> Questions
    {
        get
        {
            lock (_gate)
                return [.. _questions];
        }
    }

    /// <summary>Starts with one reply for each question in turn; the last one stays.</summary>
    public static FaultyNameServer Start(params NameReply[] inOrder)
        => Start(question => inOrder[Math.Min(question.Number, inOrder.Length) - 1], TimeProvider.System);

    /// <summary>Starts with a reply for each name (lower case, no dot at the end); other names do not exist.</summary>
    public static FaultyNameServer Start(IReadOnlyDictionary<string, NameReply> byName)
        => Start(question => byName.GetValueOrDefault(question.Name) ?? NameReply.NoSuchName(), TimeProvider.System);

    /// <summary>Starts with any script; delays come from <paramref name="clock"/>.</summary>
    /// <exception cref="SocketException">No port is free for both transports.</exception>
    public static FaultyNameServer Start(Func<ReceivedQuestion, NameReply> script, TimeProvider clock)
        => new(script, clock);

    /// <summary>Ends everything, and throws what went wrong in the script or in the server itself.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _udp.Dispose();
        _tcp.Dispose();
        await _listening;
        await Task.WhenAll(_running.Values);
    }

    private static (Socket Udp, Socket Tcp) BindPair()
    {
        for (var attempt = 1; ; attempt++)
        {
            var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            var tcp = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                udp.Bind(new IPEndPoint(IPAddress.Loopback, 0));
                tcp.Bind(udp.LocalEndPoint!);
                return (udp, tcp);
            }
            catch (SocketException problem)
                when (problem.SocketErrorCode == SocketError.AddressAlreadyInUse && attempt < PortTries)
            {
                udp.Dispose();
                tcp.Dispose();
            }
        }
    }

    // Remembers the question and chooses; null where the message is no question.
    private (ReceivedQuestion Question, NameReply Reply)? Take(ReadOnlySpan<byte> packet, bool overTcp)
    {
        lock (_gate)
        {
            if (NamePacket.Read(packet, overTcp, _questionCount + 1) is not { } question)
                return null;
            _questionCount++;
            _questions.Enqueue(question);
            if (_questions.Count > FaultLimits.Remembered)
                _questions.Dequeue();
            return (question, Script(question));
        }
    }

    // Runs beside the loops; false when too many do. A task that failed stays, so that disposing reports it.
    private bool TryRun(Func<Task> work)
    {
        if (_running.Count >= FaultLimits.OpenConnections)
            return false;
        var number = Interlocked.Increment(ref _taskCount);
        var running = Task.Run(work);
        _running[number] = running;
        running.ContinueWith(_ => _running.TryRemove(number, out var _), CancellationToken.None,
            TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        return true;
    }
}
