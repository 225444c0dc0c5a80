using Weir.Host.Processes;

namespace Weir.Host.Sockets;

/// <summary>A listener and who holds it.</summary>
/// <param name="Backlog">Where it listens and how many wait.</param>
/// <param name="Space">The number of its network namespace; null is that of the calling thread, unread.</param>
/// <param name="Owners">
/// The processes that have it open; empty where they may not be read, or where the kernel itself listens.
/// </param>
public sealed record OwnedListener(Backlog Backlog, long? Space, IReadOnlyList<HostProcess> Owners);
