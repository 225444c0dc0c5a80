using System.Net;

namespace Weir.Lab.Faults;

/// <summary>Where and how a faulty server listens.</summary>
public sealed record FaultyServerOptions
{
    /// <summary>
    /// The address: an <see cref="IPEndPoint"/> (port 0 takes any free one) or a
    /// <see cref="System.Net.Sockets.UnixDomainSocketEndPoint"/>, whose file is removed at the end.
    /// </summary>
    public EndPoint Listen { get; init; } = new IPEndPoint(IPAddress.Loopback, 0);

    /// <summary>What the port does at first; see <see cref="FaultyServer.SetDoor"/>.</summary>
    public Door Door { get; init; } = Door.Open;

    /// <summary>How it speaks TLS; null is plain text.</summary>
    public TlsSettings? Tls { get; init; }

    /// <summary>
    /// How long a kept connection may be idle after an answer before the server closes it; null waits for ever.
    /// <see cref="Reply.CloseIdleAfter"/> says it for one reply.
    /// </summary>
    public TimeSpan? IdleLimit { get; init; }

    /// <summary>Length of the accept queue of an open door, in connections.</summary>
    public int Backlog { get; init; } = 512;

    /// <summary>
    /// The kernel's receive buffer of each connection, in bytes; null leaves the kernel's own. A small one makes a
    /// server that does not read felt sooner.
    /// </summary>
    public int? ReceiveBuffer { get; init; }

    /// <summary>Where every delay and time stamp comes from.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
