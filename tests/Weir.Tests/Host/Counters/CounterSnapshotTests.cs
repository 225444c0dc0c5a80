using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Weir.Host;
using Weir.Host.Counters;
using Weir.Lab.Worlds;
using Weir.Probing.Tcp;
using Weir.Tests.Kit;

namespace Weir.Tests.Host.Counters;

public sealed class CounterSnapshotTests
{
    private const string Netstat = """
        TcpExt: SyncookiesSent ListenOverflows ListenDrops
        TcpExt: 0 41 43
        IpExt: InNoRoutes InTruncatedPkts
        IpExt: 2 0

        """;

    private static readonly string Dev =
        File.ReadAllText(Repository.At("tests", "Weir.Tests", "Host", "Captured", "net-dev.txt"));

    private static readonly TimeProvider Time = TimeProvider.System;

    public CounterSnapshotTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has the counters.");

    [Fact]
    public void Counters_of_a_captured_machine_have_their_names()
    {
        using var host = new CapturedHost()
            .With("/proc/net/netstat", Netstat)
            .With("/proc/net/snmp", "Tcp: OutRsts OutSegs RetransSegs\nTcp: 5 200 4\nIcmpMsg: InType3\nIcmpMsg: 6\n")
            .With("/proc/net/snmp6", "Icmp6InDestUnreachs             \t8\n")
            .With("/proc/net/softnet_stat", "000000ff 00000002 00000010 0\n000000ff 00000003 00000001 0\n")
            .With("/proc/net/stat/nf_conntrack", "entries  insert_failed drop early_drop\n0f 1 0a 2\n0f 1 01 2\n")
            .With("/proc/net/dev", Dev);

        var values = CounterSnapshot.Read(new NetworkSeat(host.Root), Time).Values;

        Assert.Equal(41, values[CounterNames.ListenOverflows]);
        Assert.Equal(2, values["IpExt.InNoRoutes"]);
        Assert.Equal(5, values[CounterNames.ResetsSent]);
        Assert.Equal(8, values[CounterNames.UnreachableReceivedV6]);
        Assert.Equal((5, 17), (values[CounterNames.SoftnetDropped], values[CounterNames.SoftnetSqueezed]));
        Assert.Equal((11, 4), (values[CounterNames.ConntrackDrop], values[CounterNames.ConntrackEarlyDrop]));
        Assert.DoesNotContain("nf_conntrack.entries", values.Keys);
        Assert.Equal(7, values[CounterNames.OfInterface("eth0", "rx_dropped")]);
        Assert.Equal(3, values[CounterNames.OfInterface("eth0", "tx_carrier")]);
    }

    [Fact]
    public void A_difference_knows_what_it_does_not_know()
    {
        var before = Snapshot(("a", 1), ("b", 5), ("Tcp.CurrEstab", 1), (CounterNames.SegmentsSent, 100));
        var after = Snapshot(("a", 4), ("b", 2), ("c", 9), ("Tcp.CurrEstab", 7), (CounterNames.SegmentsSent, 100));

        var difference = after.Since(before);

        Assert.Equal(3, difference["a"]);
        Assert.Null(difference["b"]);
        Assert.Null(difference["c"]);
        Assert.Null(difference["Tcp.CurrEstab"]);
        Assert.Equal(0, difference[CounterNames.SegmentsSent]);
        Assert.Null(difference.RetransmittedShare);
        Assert.Equal(["a"], difference.Rises.Select(rise => rise.Key));
    }

    [Fact]
    public void Lost_segments_are_a_share_of_those_sent()
    {
        var before = Snapshot((CounterNames.SegmentsSent, 100), (CounterNames.RetransmittedSegments, 1));
        var after = Snapshot((CounterNames.SegmentsSent, 300), (CounterNames.RetransmittedSegments, 5));

        Assert.Equal(0.02, after.Since(before).RetransmittedShare);
    }

    [Fact]
    public async Task A_full_accept_queue_counts_overflows_in_its_own_namespace_only()
    {
        Requires.NetworkNamespaces();
        using var world = new NetworkWorld();
        var host = world.AddHost("app");
        var link = world.Link(world.Here, host);
        using var listener = host.Listen(8080, backlog: 0);
        using var taken = await ConnectProbe.OpenAsync(
            Request(link.RightV4), Time, TestContext.Current.CancellationToken);
        var before = Read(host);

        await ConnectProbe.RunAsync(
            new IPEndPoint(link.RightV4, 8080), TimeSpan.FromSeconds(0.5), Time, TestContext.Current.CancellationToken);

        var difference = Read(host).Since(before);
        Assert.InRange(difference[CounterNames.ListenOverflows]!.Value, 1, 5);
        Assert.InRange(difference[CounterNames.ListenDrops]!.Value, 1, 5);
        Assert.Equal(0, difference[CounterNames.ResetsSent]);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("tcp-reset", 0)]
    public async Task Only_a_closed_port_counts_a_reset_and_a_filter_does_not(string? reject, long resets)
    {
        Requires.NetworkNamespaces();
        using var world = new NetworkWorld();
        var host = world.AddHost("app");
        var link = world.Link(world.Here, host);
        if (reject is not null)
        {
            host.Run($"iptables -w 5 -A INPUT -p tcp --dport 8080 -j REJECT --reject-with {reject}");
        }

        var before = Read(host);
        var attempt = await ConnectProbe.RunAsync(
            new IPEndPoint(link.RightV4, 8080), TimeSpan.FromSeconds(5), Time, TestContext.Current.CancellationToken);

        Assert.True(attempt.HostAnswered);
        Assert.Equal(resets, Read(host).Since(before)[CounterNames.ResetsSent]);
    }

    [Fact]
    public void Whatever_the_text_is_reading_does_not_throw()
        => Check.QuickThrowOnFailure(Prop.ForAll<string?, int>((text, at) =>
        {
            var broken = Dev.Insert((int)((uint)at % (uint)Dev.Length), text ?? "");
            Assert.NotNull(CounterText.Pairs("a: b\n" + text).Concat(CounterText.Interfaces(broken))
                .Concat(CounterText.Softnet(text ?? "")).Concat(CounterText.Conntrack(text ?? ""))
                .Concat(CounterText.Named(text ?? "")).Concat(CounterText.Pairs("a: \n" + text)).ToArray());
            return true;
        }));

    private static ConnectRequest Request(IPAddress address)
        => new(new IPEndPoint(address, 8080), TimeSpan.FromSeconds(10));

    private static CounterSnapshot Read(NetworkHost host)
        => host.Inside(() => CounterSnapshot.Read(NetworkSeat.This, Time));

    private static CounterSnapshot Snapshot(params (string Name, long Value)[] values)
        => new(default, values.ToDictionary(pair => pair.Name, pair => pair.Value), []);
}
