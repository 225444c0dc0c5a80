using Weir.Probing;

namespace Weir.Tests.Probing;

public sealed class TargetTests
{
    [Theory]
    [InlineData("shop.test", "http://shop.test/")]
    [InlineData("https://shop.test", "https://shop.test/")]
    [InlineData("shop.test:8080/cart?x=1", "http://shop.test:8080/cart?x=1")]
    [InlineData("HTTP://Shop.Test:80/A", "http://shop.test/A")]
    [InlineData("http://[::1]:8080/", "http://[::1]:8080/")]
    [InlineData("http://bücher.test/", "http://xn--bcher-kva.test/")]
    [InlineData("10.0.0.12:8080", "http://10.0.0.12:8080/")]
    public void What_a_person_types_is_read_as_in_a_browser(string text, string url)
    {
        Assert.True(Target.TryParse(text, out var target, out var problem), problem);
        Assert.Equal(url, target!.Url);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("not a url")]
    [InlineData("http://")]
    [InlineData("http://shop.test:0/")]
    [InlineData("http://shop.test:70000/")]
    [InlineData("ftp://shop.test/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://user:secret@shop.test/")]
    [InlineData("http://shop.test/\r\nX: y")]
    public void What_is_no_address_is_refused_with_a_reason(string text)
    {
        Assert.False(Target.TryParse(text, out var target, out var problem));
        Assert.Null(target);
        Assert.NotEmpty(problem);
        Assert.DoesNotContain("secret", problem);
    }

    [Theory]
    [InlineData("/login", "http://shop.test/login")]
    [InlineData("https://shop.test/", "https://shop.test/")]
    [InlineData("//other.test/x", "http://other.test/x")]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("gopher://other.test/", null)]
    public void A_redirect_leads_to_the_web_only(string location, string? url)
    {
        Assert.True(Target.TryParse("http://shop.test/", out var target, out _));
        Assert.Equal(url, target!.Follow(location)?.Url);
    }
}
