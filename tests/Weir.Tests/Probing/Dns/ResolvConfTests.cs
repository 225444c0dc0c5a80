using Weir.Probing.Dns;

namespace Weir.Tests.Probing.Dns;

public sealed class ResolvConfTests
{
    [Fact]
    public void The_file_of_a_container_is_read()
    {
        var conf = ResolvConf.Parse("""
            # made by the kubelet
            search shop.svc.cluster.local svc.cluster.local cluster.local.
            nameserver 10.96.0.10
            options ndots:5 timeout:1 attempts:3 rotate use-vc edns0
            """);

        Assert.Equal(["10.96.0.10"], conf.NameServers.Select(address => address.ToString()));
        Assert.Equal(["shop.svc.cluster.local", "svc.cluster.local", "cluster.local"], conf.Search);
        Assert.Equal((5, 3, true, true), (conf.Ndots, conf.Attempts, conf.Rotate, conf.UseTcp));
        Assert.Equal(TimeSpan.FromSeconds(3), conf.LongestWait);
        Assert.Empty(conf.Problems);
    }

    [Fact]
    public void An_empty_file_means_this_machine_and_glibcs_defaults()
    {
        var conf = ResolvConf.Parse("");

        Assert.Equal("127.0.0.1:53", Assert.Single(conf.Servers).EndPoint.ToString());
        Assert.Equal(TimeSpan.FromSeconds(10), conf.LongestWait);
    }

    [Fact]
    public void Servers_beyond_the_third_are_not_used()
    {
        var conf = ResolvConf.Parse(
            "nameserver 192.0.2.1\nnameserver 192.0.2.2\nnameserver ::1\nnameserver 192.0.2.4\n");

        Assert.Equal(3, conf.NameServers.Count);
        Assert.Equal("192.0.2.4", Assert.Single(conf.Ignored).ToString());
    }

    [Fact]
    public void Lines_without_effect_are_told()
    {
        var conf = ResolvConf.Parse(
            "nameserver dns.example\r\nnameservers 192.0.2.1\n;x\n   \noptions ndots:many timeout:99");

        Assert.Equal(["the name server \"dns.example\" is no address", "\"nameservers\" is no keyword"], conf.Problems);
        Assert.Equal(1, conf.Ndots);
        Assert.Equal(TimeSpan.FromSeconds(30), conf.Timeout);
    }

    [Theory]
    [InlineData("app", "app.a.test app.b.test app")]
    [InlineData("app.shop", "app.shop.a.test app.shop.b.test app.shop")]
    [InlineData("app.shop.svc", "app.shop.svc app.shop.svc.a.test app.shop.svc.b.test")]
    [InlineData("app.", "app")]
    public void Short_names_are_searched_for(string name, string candidates)
        => Assert.Equal(
            candidates,
            string.Join(' ', ResolvConf.Parse("search a.test b.test\noptions ndots:2").CandidatesFor(name)));
}
