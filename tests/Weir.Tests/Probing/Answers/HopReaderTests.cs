using Weir.Probing.Answers;

namespace Weir.Tests.Probing.Answers;

public sealed class HopReaderTests
{
    [Fact]
    public void The_path_is_told_from_the_application_outwards()
    {
        var hops = HopReader.Read(Pages.Of(
            502, "", "Server: nginx/1.24.0", "Via: 1.1 vegur, 1.1 cache-1 (Varnish/7.1)",
            "Proxy-Status: edge; error=dns_error", "CF-RAY: 8a1-FRA"));

        Assert.Equal(["nginx", "vegur", "cache-1", "edge", "Cloudflare"], hops.Select(hop => hop.Name));
        Assert.Equal(["nginx", null, "Varnish", null, "Cloudflare"], hops.Select(hop => hop.Software));
    }

    [Fact]
    public void A_flood_of_hops_is_cut()
        => Assert.True(HopReader.Read(Pages.Of(
            502, "", [.. Enumerable.Repeat("Via: 1.1 a, 1.1 b, 1.1 c", 100)])).Count <= 32);

    [Theory]
    [InlineData(true, "X-Cache: HIT")]
    [InlineData(false, "X-Cache: MISS, MISS")]
    [InlineData(true, "X-Cache: MISS, HIT")]
    [InlineData(null, "X-Cache: Error from cloudfront")]
    [InlineData(true, "X-Varnish: 12 9")]
    [InlineData(false, "X-Varnish: 12")]
    [InlineData(false, "CF-Cache-Status: DYNAMIC")]
    [InlineData(true, "Cache-Status: edge; hit")]
    [InlineData(false, "Cache-Status: edge; fwd=miss")]
    [InlineData(true, "Age: 30")]
    [InlineData(null, "Age: 0")]
    [InlineData(null, "Age: soon")]
    [InlineData(null, "Server: nginx")]
    public void Marks_of_a_cache_are_read(bool? stored, string field)
        => Assert.Equal(stored, CacheReader.Read(Pages.Of(502, "", field)).FromCache);

    [Fact]
    public void An_age_without_end_is_cut()
        => Assert.Equal(int.MaxValue, CacheReader.Read(
            Pages.Of(502, "", "Age: 99999999999999999999999")).Age!.Value.TotalSeconds);
}
