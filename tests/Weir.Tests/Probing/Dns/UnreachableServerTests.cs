using System.Net;
using Weir.Probing.Dns;
using Weir.Tests.Kit;
using Weir.Vocabulary;
using static Weir.Tests.Probing.Dns.ScriptedLookups;

namespace Weir.Tests.Probing.Dns;

public sealed class UnreachableServerTests
{
    public static TheoryData<string> Everyone => [.. PublicResolvers.All.Select(server => server.Label)];

    [Theory]
    [MemberData(nameof(Everyone))]
    public async Task Without_a_route_nothing_is_waited_for(string label)
    {
        var server = PublicResolvers.All.Single(known => known.Label == label);

        var lookup = await SeparateNetwork.RunAsync(() => Ask(server));

        Assert.Equal((LookupOutcome.Unreachable, Failure.NameTimeout), (lookup.Outcome, lookup.ToFailure()));
        Assert.Equal(1, lookup.Tries);
        Assert.Equal("this machine has no route to the server", lookup.Detail);
    }

    [Theory]
    [InlineData("icmp-host-unreachable")]
    [InlineData("icmp-net-unreachable")]
    [InlineData("icmp-admin-prohibited")]
    public async Task An_ICMP_error_is_told_from_silence(string answer)
    {
        Requires.Program("iptables");
        var server = new NameServer(new IPEndPoint(IPAddress.Loopback, 53), NameServerRole.Named, "behind a filter");

        var lookup = await SeparateNetwork.RunAsync(() =>
        {
            SeparateNetwork.Execute("ip", "link", "set", "lo", "up");
            SeparateNetwork.Execute("iptables", "-A", "INPUT", "-p", "udp", "-j", "REJECT", "--reject-with", answer);
            return Ask(server);
        });

        Assert.Equal((LookupOutcome.Unreachable, 1), (lookup.Outcome, lookup.Tries));
    }
}
