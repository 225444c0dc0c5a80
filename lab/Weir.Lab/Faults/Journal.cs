using System.Collections.Immutable;

namespace Weir.Lab.Faults;

/// <summary>Remembers what a server received, within bounds, and wakes those who wait for it.</summary>
internal sealed class Journal
{
    private readonly Lock _gate = new();
    private readonly Queue<ReceivedRequest> _requests = [];
    private readonly Queue<ConnectionRecord> _connections = [];
    private TaskCompletionSource _changed = NewSignal();
    private long _bytes;
    private int _requestCount;
    private int _connectionCount;

    public int RequestCount => Volatile.Read(ref _requestCount);

    public int ConnectionCount => Volatile.Read(ref _connectionCount);

    public ImmutableArray<ReceivedRequest> Requests
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    public ImmutableArray<ReceivedConnection> Connections
    {
        get
        {
            lock (_gate)
                return [.. _connections.Select(record => record.Snapshot())];
        }
    }

    public ConnectionRecord AddConnection()
    {
        ConnectionRecord record;
        lock (_gate)
        {
            record = new ConnectionRecord(++_connectionCount, Changed);
            _connections.Enqueue(record);
            if (_connections.Count > FaultLimits.Remembered)
                _connections.Dequeue();
        }

        Changed();
        return record;
    }

    public void Add(ReceivedRequest request)
    {
        lock (_gate)
        {
            _requestCount++;
            _requests.Enqueue(request);
            _bytes += SizeOf(request);
            while (_requests.Count > FaultLimits.Remembered || _bytes > FaultLimits.RememberedBytes)
                _bytes -= SizeOf(_requests.Dequeue());
        }

        Changed();
    }

    /// <summary>Returns when <paramref name="reached"/> holds; it is asked again after every change.</summary>
    public async Task WaitAsync(Func<bool> reached, CancellationToken stop)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
                changed = _changed.Task;
            if (reached())
                return;
            await changed.WaitAsync(stop);
        }
    }

    private void Changed()
    {
        TaskCompletionSource signal;
        lock (_gate)
            (signal, _changed) = (_changed, NewSignal());
        signal.SetResult();
    }

    private static int SizeOf(ReceivedRequest request) => request.Head.Length + request.Body.Length;

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
