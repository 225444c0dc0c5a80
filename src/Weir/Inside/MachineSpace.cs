using System.Net;

namespace Weir.Inside;

/// <summary>A network namespace of this machine: the machine itself, or a container.</summary>
/// <param name="Number">Its number; null where it may not be read.</param>
/// <param name="Door">A process that lives in it; null is the calling thread.</param>
/// <param name="Addresses">Its own addresses.</param>
public sealed record MachineSpace(long? Number, int? Door, IReadOnlyList<IPAddress> Addresses);
