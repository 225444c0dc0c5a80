using Weir.Probing.Dns;

namespace Weir.Tests.Probing.Dns;

public sealed class HostNameTests
{
    [Theory]
    [InlineData("Shop.Example", "shop.example")]
    [InlineData("shop.example.", "shop.example")]
    [InlineData("localhost", "localhost")]
    [InlineData("my_app.internal", "my_app.internal")]
    [InlineData("Bücher.example", "xn--bcher-kva.example")]
    [InlineData("例え。テスト", "xn--r8jz45g.xn--zckzah")]
    public void A_host_name_has_an_ASCII_spelling(string text, string ascii)
    {
        Assert.True(HostName.TryParse(text, out var name, out var problem), problem);
        Assert.Equal(ascii, name.Ascii);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData(".", "is empty")]
    [InlineData("192.0.2.1", "is an address, not a name")]
    [InlineData("::1", "is an address, not a name")]
    [InlineData("shop..example", "has an empty part between two dots")]
    [InlineData("-shop.example", "has a part that begins with a hyphen")]
    [InlineData("shop example", "has a character that host names do not have")]
    [InlineData("shop.example:80", "has a character that host names do not have")]
    [InlineData("192.0.2.256", "ends with a number, so it could only be an address")]
    [InlineData("bu\u0308cher.example", "cannot be spelled as an internationalised name")]
    [InlineData("xn--bü.example", "cannot be spelled as an internationalised name")]
    public void What_is_no_host_name_is_told_why(string text, string problem)
    {
        Assert.False(HostName.TryParse(text, out _, out var told));
        Assert.Equal(problem, told);
    }

    [Fact]
    public void Parts_and_names_have_their_limits()
    {
        Assert.False(HostName.TryParse(new string('a', 64) + ".example", out _, out var part));
        Assert.Equal("has a part longer than 63 characters", part);
        Assert.False(HostName.TryParse(string.Join('.', Enumerable.Repeat("abcd", 51)), out _, out var whole));
        Assert.Equal("is longer than 253 characters", whole);
    }
}
