using Weir.Host;
using Weir.Host.Processes;

namespace Weir.Inside;

/// <summary>Where a gateway lives on this machine.</summary>
/// <param name="Software">Its plain name, such as <c>nginx</c>; of the others only the name is known so far.</param>
/// <param name="Master">The process that reads the configuration; null where it does not run.</param>
/// <param name="Workers">Its children, which serve.</param>
/// <param name="Space">Its network namespace.</param>
/// <param name="Seat">The seat from which it connects.</param>
/// <param name="Root">The files as it sees them.</param>
public sealed record GatewayPlace(
    string Software, HostProcess? Master, IReadOnlyList<HostProcess> Workers, MachineSpace Space, NetworkSeat Seat,
    HostRoot Root)
{
    /// <summary>It lives in a container: its numbers, files and network are not the machine's.</summary>
    public bool IsContained => Seat.Process is not null;

    /// <summary>A path of its files as we can open it.</summary>
    public string PathOf(string path) => Root.Prefix + path;
}
