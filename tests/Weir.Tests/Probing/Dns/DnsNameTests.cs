using Weir.Probing.Dns;

namespace Weir.Tests.Probing.Dns;

public sealed class DnsNameTests
{
    [Theory]
    [InlineData("shop.example", "shop.example", true)]
    [InlineData("www.SHOP.example", "shop.EXAMPLE", true)]
    [InlineData("notshop.example", "shop.example", false)]
    [InlineData("example", "shop.example", false)]
    [InlineData("shop.example", ".", true)]
    [InlineData(@"jane\.doe.example", "doe.example", false)]
    public void A_name_lies_within_its_zone_label_by_label(string name, string zone, bool within)
        => Assert.Equal(within, DnsName.IsWithin(name, zone));

    [Theory]
    [InlineData("www.shop.example", "shop.example")]
    [InlineData("example", ".")]
    [InlineData(".", null)]
    [InlineData(@"jane\.doe.shop.example", "shop.example")]
    public void The_parent_is_the_name_without_its_first_label(string name, string? parent)
        => Assert.Equal(parent, DnsName.Parent(name));

    [Theory]
    [InlineData("")]
    [InlineData("a..b")]
    [InlineData(".a")]
    [InlineData(@"a\")]
    [InlineData(@"a\999")]
    [InlineData(@"a\25")]
    [InlineData("bücher.example")]
    public void A_name_that_is_not_spelled_properly_is_not_encoded(string name)
        => Assert.Null(DnsName.TryEncode(name));

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void A_label_has_at_most_63_bytes(int letters, bool good)
        => Assert.Equal(good, DnsName.TryEncode(new string('a', letters) + ".test") is not null);

    [Theory]
    [InlineData(61, true)]
    [InlineData(62, false)]
    public void A_name_has_at_most_255_bytes(int letters, bool good)
    {
        var long_ = new string('a', 63);
        var name = $"{long_}.{long_}.{long_}.{new string('b', letters)}";

        Assert.Equal(good, DnsName.TryEncode(name) is not null);
    }

    [Fact]
    public void Escapes_stand_for_single_bytes()
        => Assert.Equal([4, (byte)'a', (byte)'.', 255, (byte)'\\', 0], DnsName.TryEncode(@"a\.\255\\"));
}
