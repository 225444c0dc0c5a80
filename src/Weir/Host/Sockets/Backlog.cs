using System.Net;

namespace Weir.Host.Sockets;

/// <summary>The accept queue of a listener: connections whose handshake is done and that no program took yet.</summary>
/// <param name="Local">Where it listens.</param>
/// <param name="Queued">How many wait.</param>
/// <param name="Limit">
/// The backlog in force, at most <c>net.core.somaxconn</c>; null where only <c>/proc/net/tcp</c> could be read.
/// </param>
/// <param name="User">The numeric id of the user who opened it.</param>
/// <param name="Inode">The number in the <c>socket:[…]</c> of its owners.</param>
public sealed record Backlog(IPEndPoint Local, long Queued, long? Limit, int User, long Inode)
{
    /// <summary>
    /// The queue is full: the kernel lets one more in than the backlog says, then drops SYNs. Null where the backlog is
    /// not known.
    /// </summary>
    public bool? Full => Limit is { } limit ? Queued > limit : null;

    internal static Backlog Of(TcpRow row, bool limitKnown)
        => new(row.Local, row.ReceiveQueue, limitKnown ? row.SendQueue : null, row.User, row.Inode);
}
