using System.Runtime.InteropServices;

namespace Weir.Probing.Tcp;

/// <summary>
/// One thread of its own that waits with <c>poll(2)</c> for every socket that a probe has open, so that no thread of
/// the pool is held however many probes run. Linux only.
/// </summary>
internal sealed class Readiness
{
    private static readonly Lock Gate = new();
    private static Readiness? _shared;

    private readonly int _wake;
    private readonly List<Wait> _waits = [];

    private Readiness(int wake)
    {
        _wake = wake;
        new Thread(Loop) { IsBackground = true, Name = "weir sockets" }.Start();
    }

    /// <summary>What was seen on a socket, and the timestamp at which the waiting thread saw it.</summary>
    public readonly record struct Ready(short Events, long At);

    /// <summary>
    /// Starts the thread if it does not run. Returns 0, or the errno when no descriptor is left for it.
    /// </summary>
    public static int Start()
    {
        lock (Gate)
        {
            if (_shared is null)
            {
                var wake = Libc.EventDescriptor(0, Libc.SockNonBlocking | Libc.SockCloseOnExec);
                if (wake < 0)
                {
                    return Marshal.GetLastPInvokeError();
                }

                _shared = new Readiness(wake);
            }

            return 0;
        }
    }

    /// <summary>
    /// Waits until one of <paramref name="events"/> or an error is seen; <see cref="Start"/> came first.
    /// </summary>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was raised first.</exception>
    public static async Task<Ready> WaitAsync(int descriptor, short events, TimeProvider time, CancellationToken stop)
    {
        var shared = _shared ?? throw new InvalidOperationException("The waiting thread was not started.");
        var wait = new Wait(descriptor, events, time);
        shared.Add(wait);
        await using var registration = stop.Register(() => shared.Cancel(wait, stop));
        return await wait.Task.ConfigureAwait(false);
    }

    private void Add(Wait wait)
    {
        lock (Gate)
        {
            _waits.Add(wait);
        }

        Wake();
    }

    private void Cancel(Wait wait, CancellationToken stop)
    {
        lock (Gate)
        {
            _waits.Remove(wait);
        }

        wait.TrySetCanceled(stop);
        Wake();
    }

    private unsafe void Wake()
    {
        // The only failure is a counter at its ceiling, and then the thread is awake already.
        ulong one = 1;
        _ = Libc.Write(_wake, &one, sizeof(ulong));
    }

    private unsafe void Loop()
    {
        while (true)
        {
            var waits = Snapshot();
            var entries = Entries(waits);
            int seen;
            fixed (Libc.PollEntry* first = entries)
            {
                seen = Libc.Poll(first, (nuint)entries.Length, -1);
            }

            if (seen >= 0)
            {
                Complete(waits, entries);
            }
            else if (Marshal.GetLastPInvokeError() is not Errno.EINTR and var errno)
            {
                Fail(waits, errno);
            }
        }
    }

    private Wait[] Snapshot()
    {
        lock (Gate)
        {
            return [.. _waits];
        }
    }

    private Libc.PollEntry[] Entries(Wait[] waits) =>
    [
        .. waits.Select(wait => new Libc.PollEntry { Descriptor = wait.Descriptor, Wanted = wait.Events }),
        new() { Descriptor = _wake, Wanted = Libc.PollIn },
    ];

    private unsafe void Complete(Wait[] waits, Libc.PollEntry[] entries)
    {
        ulong drained;
        _ = Libc.Read(_wake, &drained, sizeof(ulong));
        for (var i = 0; i < waits.Length; i++)
        {
            if (entries[i].Seen != 0)
            {
                Remove(waits[i]);
                waits[i].TrySetResult(new Ready(entries[i].Seen, waits[i].Time.GetTimestamp()));
            }
        }
    }

    private void Fail(Wait[] waits, int errno)
    {
        foreach (var wait in waits)
        {
            Remove(wait);
            wait.TrySetException(new IOException($"poll failed: {Errno.NameOf(errno)}"));
        }
    }

    private void Remove(Wait wait)
    {
        lock (Gate)
        {
            _waits.Remove(wait);
        }
    }

    private sealed class Wait(int descriptor, short events, TimeProvider time)
        : TaskCompletionSource<Ready>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public int Descriptor => descriptor;

        public short Events => events;

        public TimeProvider Time => time;
    }
}
