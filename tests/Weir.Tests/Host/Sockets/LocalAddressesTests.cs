using System.Net;
using Weir.Host;
using Weir.Host.Sockets;

namespace Weir.Tests.Host.Sockets;

/// <summary>The addresses of a namespace.</summary>
public sealed class LocalAddressesTests
{
    private const string Trie = """
        Main:
          +-- 0.0.0.0/0 3 0 5
             |-- 0.0.0.0
                /0 universe UNICAST
             +-- 127.0.0.0/8 2 0 2
                |-- 127.0.0.0
                   /8 host LOCAL
                |-- 127.0.0.1
                   /32 host LOCAL
             |-- 192.0.2.0
                /24 link UNICAST
             |-- 192.0.2.2
                /32 host LOCAL
             |-- 192.0.2.255
                /32 link BROADCAST
        Local:
             |-- 192.0.2.2
                /32 host LOCAL
        """;

    [Fact]
    public void Networks_and_broadcasts_are_no_addresses_of_ours()
        => Assert.Equal([IPAddress.Loopback, IPAddress.Parse("192.0.2.2")], LocalAddresses.ParseV4(Trie));

    [Fact]
    public void Ipv6_is_written_without_colons()
        => Assert.Equal(
            [IPAddress.IPv6Loopback, IPAddress.Parse("fe80::1:2")],
            LocalAddresses.ParseV6("""
                00000000000000000000000000000001 01 80 10 80       lo
                fe800000000000000000000000010002 02 40 20 80     eth0
                garbage
                """));

    [Fact]
    public void This_machine_has_its_loopback()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Linux");
        Assert.Contains(IPAddress.Loopback, LocalAddresses.Read(NetworkSeat.This).Value);
    }
}
