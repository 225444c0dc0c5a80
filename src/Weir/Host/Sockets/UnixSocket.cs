namespace Weir.Host.Sockets;

/// <summary>A Unix socket of this machine.</summary>
/// <param name="Path">
/// Its file as it was bound, in the mount namespace of the one who bound it, or an abstract name after <c>@</c>; null
/// has none. The file may have been removed or replaced since.
/// </param>
/// <param name="Inode">Its number, the one in <c>/proc/PID/fd</c>; not the inode of the file.</param>
/// <param name="Type">Its type.</param>
/// <param name="Listens">It takes connections.</param>
/// <param name="Queued">Connections that wait to be accepted; null where sock_diag may not be asked.</param>
/// <param name="Limit">
/// The backlog: when <paramref name="Queued"/> has passed it, connect gives EAGAIN. Null as before.
/// </param>
public sealed record UnixSocket(
    string? Path, long Inode, UnixSocketType Type, bool Listens, long? Queued = null, long? Limit = null)
{
    /// <summary>The queue is full: the next connect finds no place. Null where it is not known.</summary>
    public bool? QueueFull => Queued is { } queued && Limit is { } limit ? queued > limit : null;
}
