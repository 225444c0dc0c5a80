using System.Net;

namespace Weir.Lab.Worlds;

/// <summary>A cable between two hosts of a world.</summary>
/// <param name="Left">The host at end 1.</param>
/// <param name="Right">The host at end 2.</param>
/// <param name="LeftDevice">The interface of the left host.</param>
/// <param name="RightDevice">The interface of the right host.</param>
/// <param name="Number">The number of its networks.</param>
public sealed record NetworkLink(
    NetworkHost Left, NetworkHost Right, string LeftDevice, string RightDevice, int Number)
{
    /// <summary>The IPv4 address of the left host; its network is a /30.</summary>
    public IPAddress LeftV4 => WorldAddresses.V4(Number, 1);

    /// <summary>The IPv4 address of the right host.</summary>
    public IPAddress RightV4 => WorldAddresses.V4(Number, 2);

    /// <summary>The IPv6 address of the left host; its network is a /126.</summary>
    public IPAddress LeftV6 => WorldAddresses.V6(Number, 1);

    /// <summary>The IPv6 address of the right host.</summary>
    public IPAddress RightV6 => WorldAddresses.V6(Number, 2);

    /// <summary>The interface of <paramref name="host"/> at this link.</summary>
    public string DeviceOf(NetworkHost host) => host == Left ? LeftDevice : RightDevice;
}
