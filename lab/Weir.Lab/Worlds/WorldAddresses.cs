using System.Net;
using System.Net.NetworkInformation;

namespace Weir.Lab.Worlds;

/// <summary>
/// Hands out the addresses of links: a /30 of 10.213.0.0/16 and a /126 of fd13:213::/64 each. Each process begins
/// elsewhere, and addresses that this machine has already are passed over, so worlds of several processes live
/// together.
/// </summary>
internal static class WorldAddresses
{
    /// <summary>The number of /30 networks in 10.213.0.0/16.</summary>
    private const int Networks = 1 << 14;

    private static int _last = Environment.ProcessId * 64;

    /// <summary>A number below <see cref="Networks"/> that no link of this machine uses.</summary>
    public static int NextFree()
    {
        for (var tries = 0; tries < Networks; tries++)
        {
            var number = (int)((uint)Interlocked.Increment(ref _last) % Networks);
            if (!InUse(V4(number, 1)) && !InUse(V4(number, 2)))
            {
                return number;
            }
        }

        throw new InvalidOperationException("Every network of 10.213.0.0/16 is in use on this machine.");
    }

    /// <summary>The IPv4 address of end 1 or 2 of link <paramref name="number"/>.</summary>
    public static IPAddress V4(int number, int end) => new([10, 213, (byte)(number >> 6), (byte)((number << 2) + end)]);

    /// <summary>The IPv6 address of end 1 or 2 of link <paramref name="number"/>.</summary>
    public static IPAddress V6(int number, int end) => IPAddress.Parse($"fd13:213::{number:x}:{end}");

    private static bool InUse(IPAddress address) => NetworkInterface.GetAllNetworkInterfaces()
        .SelectMany(card => card.GetIPProperties().UnicastAddresses)
        .Any(own => own.Address.Equals(address));
}
