using Weir.Probing.Tcp;

namespace Weir.Host;

/// <summary>
/// A network namespace to look from: counters, sockets, filters and routes are each namespace's own, so those of the
/// host say nothing about a container.
/// </summary>
/// <param name="Root">The machine.</param>
/// <param name="Process">A process that lives in the namespace; null is the one of the calling thread.</param>
public sealed record NetworkSeat(HostRoot Root, int? Process = null)
{
    /// <summary>The namespace of the calling thread on this machine.</summary>
    public static NetworkSeat This { get; } = new(HostRoot.This);

    /// <summary>
    /// Where a file of <c>/proc/net</c> is. The calling thread's is not <c>/proc/net</c> itself, which belongs to the
    /// first thread of the process; a copy of a machine has that one only.
    /// </summary>
    public string PathOf(string name) => Process is { } id ? $"/proc/{id}/net/{name}"
        : Root.IsThis ? $"/proc/thread-self/net/{name}"
        : $"/proc/net/{name}";

    /// <summary>The text of a file of <c>/proc/net</c>.</summary>
    public Reading<string> Text(string name) => Root.Text(PathOf(name));

    /// <summary>
    /// Asks from inside the namespace what no file of it tells: the calling thread waits. Another process's namespace
    /// needs CAP_SYS_ADMIN, and a copy of a machine has no inside.
    /// </summary>
    public Reading<T> Inside<T>(Func<Reading<T>> ask)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(ask);
        var path = Process is { } id ? $"/proc/{id}/ns/net" : "the network namespace";
        if (!OperatingSystem.IsLinux() || !Root.IsThis)
        {
            return Readings.Missing<T>(new Unread(path, UnreadReason.Unsupported, "only this machine has an inside"));
        }

        if (Process is null || IsOwn(path))
        {
            return ask();
        }

        try
        {
            return NetworkNamespace.Run(path, ask);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var gone = error is FileNotFoundException or DirectoryNotFoundException;
            return Readings.Missing<T>(new Unread(
                path, gone ? UnreadReason.Absent : UnreadReason.Forbidden, error.Message,
                gone ? null : Privilege.Namespaces));
        }
    }

    /// <summary>The thread is there already: entering again would need a privilege for nothing.</summary>
    private bool IsOwn(string path)
        => Root.Link(path).TryGet(out var other)
            && Root.Link("/proc/thread-self/ns/net").TryGet(out var own)
            && other == own;
}
