using Weir.Probing.Local;

namespace Weir.Tests.Probing.Local;

public sealed class ProxySettingsTests
{
    [Fact]
    public void The_lower_case_spelling_wins_and_the_scheme_chooses()
    {
        var proxies = Read(
            ("http_proxy", "http://lower.example:3128"),
            ("HTTP_PROXY", "http://upper.example:3128"),
            ("HTTPS_PROXY", "secure.example:3129"));

        Assert.Equal("http_proxy", proxies.For(new Uri("http://shop.example/"))!.Variable);
        Assert.Equal("HTTPS_PROXY", proxies.For(new Uri("https://shop.example/"))!.Variable);
        Assert.Equal(new Uri("http://secure.example:3129"), proxies.Https!.Address);
        Assert.Null(proxies.For(new Uri("ftp://shop.example/")));
        Assert.True(proxies.Any);
    }

    [Fact]
    public void A_proxy_for_all_serves_what_has_none_of_its_own()
    {
        var proxies = Read(("ALL_PROXY", "socks5://10.0.0.1:1080"));
        Assert.Equal(new Uri("socks5://10.0.0.1:1080"), proxies.For(new Uri("https://shop.example/"))!.Address);
    }

    [Theory]
    [InlineData("http://user:secret@proxy.example:3128", "http://***@proxy.example:3128", "proxy.example")]
    [InlineData("http://user:se@cret@proxy.example:3128/", "http://***@proxy.example:3128/", "proxy.example")]
    [InlineData("http://user:se/c@ret@proxy.example:3128", "http://***@proxy.example:3128", "proxy.example")]
    [InlineData("user:secret@proxy.example:3128", "***@proxy.example:3128", "proxy.example")]
    [InlineData("http://proxy.example", "http://proxy.example", "proxy.example")]
    [InlineData("http://", "http://", null)]
    [InlineData("user:secret@", "***@", null)]
    public void Credentials_are_never_shown(string value, string shown, string? host)
    {
        var proxy = Read(("http_proxy", value)).Http!;
        Assert.Equal((shown, host), (proxy.Proxy, proxy.Address?.Host));
        Assert.DoesNotContain("secret", $"{proxy}");
    }

    [Fact]
    public void An_empty_variable_is_no_proxy()
        => Assert.False(Read(("http_proxy", ""), ("https_proxy", "  ")).Any);

    [Theory]
    [InlineData("*", "http://shop.example/", true)]
    [InlineData("shop.example", "http://shop.example/", true)]
    [InlineData("shop.example", "http://SHOP.example./", true)]
    [InlineData("shop.example", "http://www.shop.example/", true)]
    [InlineData(".shop.example", "http://www.shop.example/", true)]
    [InlineData("*.shop.example", "http://www.shop.example/", true)]
    [InlineData("shop.example", "http://workshop.example/", false)]
    [InlineData("shop.example:8080", "http://shop.example:8080/", true)]
    [InlineData("shop.example:8080", "http://shop.example/", false)]
    [InlineData("a.example, shop.example", "http://shop.example/", true)]
    [InlineData("a.example shop.example", "http://shop.example/", true)]
    [InlineData("10.0.0.0/8", "http://10.1.2.3/", true)]
    [InlineData("10.0.0.0/8", "http://11.1.2.3/", false)]
    [InlineData("10.1.2.3", "http://10.1.2.3/", true)]
    [InlineData("2.3", "http://10.1.2.3/", false)]
    [InlineData("::1", "http://[::1]/", true)]
    [InlineData("[::1]:8080", "http://[::1]:8080/", true)]
    [InlineData("[::1]:8080", "http://[::1]/", false)]
    [InlineData("fd00::/8", "http://[fd00::2]/", true)]
    [InlineData(".", "http://shop.example/", false)]
    [InlineData("", "http://shop.example/", false)]
    public void Exceptions_are_hosts_domains_networks_and_ports(string list, string url, bool direct)
    {
        var proxies = Read(("http_proxy", "http://proxy.example:3128"), ("NO_PROXY", list));
        Assert.Equal(direct, proxies.For(new Uri(url)) is null);
    }

    private static ProxySettings Read(params (string Name, string Value)[] variables)
        => ProxySettings.From(name => variables.FirstOrDefault(variable => variable.Name == name).Value);
}
