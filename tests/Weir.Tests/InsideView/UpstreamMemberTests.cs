using Weir.Inside;

namespace Weir.Tests.InsideView;

/// <summary>Upstreams as people name them.</summary>
public sealed class UpstreamMemberTests
{
    [Theory]
    [InlineData("10.0.0.12:8080", "10.0.0.12", 8080)]
    [InlineData("[::1]:80", "::1", 80)]
    [InlineData("db.test:5432", "db.test", 5432)]
    public void A_host_and_a_port(string text, string host, int port)
    {
        var member = UpstreamMember.Parse(text)!;
        Assert.Equal((host, port, text), (member.Host, member.Port, member.Name));
    }

    [Fact]
    public void A_unix_socket() => Assert.Equal("/run/app.sock", UpstreamMember.Parse("unix:/run/app.sock")!.UnixPath);

    [Theory]
    [InlineData("")]
    [InlineData("host")]
    [InlineData(":80")]
    [InlineData("host:0")]
    [InlineData("host:70000")]
    [InlineData("host:8o")]
    [InlineData("unix:relative")]
    public void Anything_else_is_none(string text) => Assert.Null(UpstreamMember.Parse(text));
}
