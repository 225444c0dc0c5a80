using Weir.Probing;

namespace Weir.Tests.Probing;

public sealed class TargetTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData("http://", "not a URL")]
    [InlineData("http://[::1/", "not a URL")]
    [InlineData("http://shop.example:99999/", "not a URL")]
    [InlineData("http://shop.example:0/", "Port 0")]
    [InlineData("ftp://shop.example/", "no scheme")]
    [InlineData("http://shop example/", "blanks")]
    [InlineData("http://shop.example/\r\nX: y", "blanks or control")]
    [InlineData("http://anna:secret@shop.example/", "--header")]
    [InlineData("http://a..example/", "not a URL")]
    public void What_is_no_address_is_refused_with_the_way_to_mend_it(string text, string says)
    {
        Assert.False(Target.TryParse(text, out var target, out var problem));
        Assert.Null(target);
        Assert.Contains(says, problem);
    }

    [Theory]
    [InlineData("shop.example", "http://shop.example/")]
    [InlineData("shop.example:8080/a?b=c", "http://shop.example:8080/a?b=c")]
    [InlineData("HTTPS://Shop.Example:443/", "https://shop.example/")]
    [InlineData("[::1]:8080", "http://[::1]:8080/")]
    [InlineData("bücher.example", "http://xn--bcher-kva.example/")]
    [InlineData("http://shop.example/#top", "http://shop.example/")]
    public void What_a_person_types_is_understood(string text, string url)
    {
        Assert.True(Target.TryParse(text, out var target, out var problem), problem);
        Assert.Equal(url, target!.Url);
    }

    [Fact]
    public void An_address_longer_than_any_gateway_takes_is_refused()
    {
        Assert.False(Target.TryParse($"http://shop.example/{new string('a', 9_000)}", out _, out var problem));
        Assert.Contains("longer", problem);
    }
}
