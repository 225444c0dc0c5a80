using Weir.Vocabulary;

namespace Weir.Tests.Probing.Outside.Gateways;

public sealed class ApacheTests(ApacheGateway gateway) : GatewayFacts(gateway, "Apache"), IClassFixture<ApacheGateway>
{
    [Theory]
    [InlineData(UpstreamFault.Refused, 503)]
    [InlineData(UpstreamFault.Silent, 503)]
    [InlineData(UpstreamFault.AllDown, 503)]
    [InlineData(UpstreamFault.Hung, 502)]
    [InlineData(UpstreamFault.Closed, 502)]
    [InlineData(UpstreamFault.Reset, 502)]
    [InlineData(UpstreamFault.Garbage, 502)]
    [InlineData(UpstreamFault.HugeHead, 502)]
    [InlineData(UpstreamFault.PlainToTls, 502)]
    [InlineData(UpstreamFault.TlsToPlain, 500)]
    [InlineData(UpstreamFault.NoSuchName, 500)]
    public async Task Its_own_error_is_known_as_its_own(UpstreamFault fault, int status)
    {
        await MakesAsync(fault, status);
        await KeepsToItselfAsync(fault);
    }

    [Theory]
    [InlineData(UpstreamFault.Closed)]
    [InlineData(UpstreamFault.Reset)]
    [InlineData(UpstreamFault.Garbage)]
    [InlineData(UpstreamFault.HugeHead)]
    [InlineData(UpstreamFault.PlainToTls)]
    [InlineData(UpstreamFault.TlsToPlain)]
    public async Task The_reason_on_its_page_is_read(UpstreamFault fault)
        => Expectation.Suspects(await Gateway[fault], fault);

    [Fact]
    public async Task A_name_that_it_cannot_resolve_is_determined()
        => Assert.Equal("dns.nxdomain", (await Gateway[UpstreamFault.NoSuchName]).Causes[0].Id);

    [Fact]
    public async Task Its_own_word_of_maintenance_announces_none()
        => Assert.DoesNotContain(
            "upstream.restarting", (await Gateway[UpstreamFault.Silent]).Causes.Select(cause => cause.Id));

    [Theory]
    [InlineData(UpstreamFault.Own500, 500)]
    [InlineData(UpstreamFault.Own502, 502)]
    public async Task An_error_of_the_application_is_told_from_one_of_its_own(UpstreamFault fault, int status)
    {
        var told = await Gateway[fault];

        Expectation.Fails(told, status, "Apache");
        Expectation.Shows(told, Failure.UpstreamError, "gateway->upstream");
        Assert.False(told.AnsweredBy!.MadeIt);
        Assert.Equal("application.error", told.Causes[0].Id);
    }
}
