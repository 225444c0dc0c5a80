using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Weir.Probing.Tcp;

namespace Weir.Host.KernelLog;

/// <summary>Reads <c>/dev/kmsg</c> from its oldest line to its newest, without waiting for another.</summary>
public static class KernelLogReader
{
    private const string Device = "/dev/kmsg";

    /// <summary>Bytes of one record: the kernel refuses to give a longer one.</summary>
    private const int MaxRecord = 16 * 1024;

    /// <summary>Records read: the ring holds some thousands, at most 16 MB.</summary>
    private const int MaxRecords = 200_000;

    /// <summary>Records kept, the newest: a flood of lines must not fill our memory.</summary>
    private const int MaxKept = 20_000;

    /// <summary>The events that the kernel wrote down since a moment. Needs CAP_SYSLOG on most machines.</summary>
    public static Reading<IReadOnlyList<KernelEvent>> Read(HostRoot root, DateTimeOffset since, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(time);
        return root.Text("/proc/uptime").ParseValue("/proc/uptime", Uptime).Then(uptime =>
        {
            var boot = time.GetUtcNow() - uptime;
            return HostFile.Open(root, Device)
                .Then(handle => Records(handle, since - boot))
                .Select(records => KernelEvents.Of(records, boot));
        });
    }

    /// <summary>Reads <c>seconds idle-seconds</c>.</summary>
    internal static TimeSpan? Uptime(string text)
        => KernelText.Cells(text) is [var first, ..]
            && double.TryParse(first, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds < 1e10
                ? TimeSpan.FromSeconds(seconds)
                : null;

    private static Reading<Queue<KernelRecord>> Records(SafeFileHandle handle, TimeSpan since)
    {
        using (handle)
        {
            var kept = new Queue<KernelRecord>();
            var buffer = new byte[MaxRecord];
            for (var count = 0; count < MaxRecords; count++)
            {
                var read = HostFile.Read(handle, buffer, Device);
                if (read.Missing is { } end && end.Why == Errno.NameOf(Errno.EPIPE))
                {
                    continue; // The oldest lines were overwritten while we read: go on with what is there.
                }

                if (read.Missing is { } stop)
                {
                    return stop.Why == Errno.NameOf(Errno.EAGAIN)
                        ? Readings.Of(kept)
                        : Readings.Missing<Queue<KernelRecord>>(stop);
                }

                if (read.Value == 0)
                {
                    break; // A copy of another machine: a file that ends.
                }

                Keep(kept, Encoding.UTF8.GetString(buffer, 0, read.Value), since);
            }

            return Readings.Of(kept);
        }
    }

    private static void Keep(Queue<KernelRecord> kept, string text, TimeSpan since)
    {
        // A program may write here too, in the kernel's words; it cannot write in the kernel's name.
        if (KernelRecord.Parse(text) is not { Facility: 0 } record || record.SinceBoot < since)
        {
            return;
        }

        kept.Enqueue(record);
        if (kept.Count > MaxKept)
        {
            kept.Dequeue();
        }
    }
}
