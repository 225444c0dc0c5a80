using System.Net;

namespace Weir.Probing.Local;

/// <summary>A row of the kernel's main routing table that is in force.</summary>
/// <param name="Destination">The network; all zeros with a length of 0 is the default route.</param>
/// <param name="Length">How many bits of it count, 0 to 32 or 128.</param>
/// <param name="Gateway">The next router; null where the destination is on the link itself.</param>
/// <param name="Device">The interface.</param>
/// <param name="Metric">Among equal routes the lowest wins.</param>
/// <param name="Rejects">The route says that there is none: packets are refused.</param>
public sealed record Route(
    IPAddress Destination, int Length, IPAddress? Gateway, string Device, long Metric, bool Rejects)
{
    /// <summary>It leads everywhere.</summary>
    public bool IsDefault => Length == 0 && !Rejects;
}
