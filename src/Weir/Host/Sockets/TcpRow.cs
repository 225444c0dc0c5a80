using System.Net;

namespace Weir.Host.Sockets;

/// <summary>A TCP socket: a row of <c>/proc/net/tcp</c> or <c>tcp6</c>, or an answer of sock_diag(7).</summary>
/// <param name="Local">The address and port on this side.</param>
/// <param name="Remote">The other side; all zeros for a listener.</param>
/// <param name="State">The state as the kernel numbers it, see <see cref="TcpState"/>.</param>
/// <param name="SendQueue">
/// Bytes that are sent and not acknowledged; for a listener its backlog by sock_diag, and 0 in <c>/proc</c>.
/// </param>
/// <param name="ReceiveQueue">Bytes that wait to be read; for a listener, connections that wait to be accepted.</param>
/// <param name="User">The numeric id of the user who opened it.</param>
/// <param name="Inode">Its inode: <c>/proc/PID/fd</c> of its owner has a link <c>socket:[INODE]</c>.</param>
public sealed record TcpRow(
    IPEndPoint Local, IPEndPoint Remote, int State, long SendQueue, long ReceiveQueue, int User, long Inode)
{
    /// <summary>TCP_LISTEN, the state of a listener.</summary>
    public const int ListenState = 0x0A;

    /// <summary>It is a listener.</summary>
    public bool Listens => State == ListenState;
}
