using Weir.Vocabulary;

namespace Weir.Tests.Probing.Outside.Gateways;

public sealed class CaddyTests(CaddyGateway gateway) : GatewayFacts(gateway, "Caddy"), IClassFixture<CaddyGateway>
{
    [Theory]
    [InlineData(UpstreamFault.Refused)]
    [InlineData(UpstreamFault.Silent)]
    [InlineData(UpstreamFault.Closed)]
    [InlineData(UpstreamFault.Reset)]
    [InlineData(UpstreamFault.Garbage)]
    [InlineData(UpstreamFault.HugeHead)]
    [InlineData(UpstreamFault.TlsToPlain)]
    [InlineData(UpstreamFault.PlainToTls)]
    [InlineData(UpstreamFault.NoSuchName)]
    public async Task Its_502_is_its_own_and_says_no_more(UpstreamFault fault)
    {
        await MakesAsync(fault, 502);
        await KeepsToItselfAsync(fault);
    }

    [Fact]
    public async Task Its_504_is_an_answer_that_did_not_come()
    {
        await MakesAsync(UpstreamFault.Hung, 504);
        Expectation.Shows(await Gateway[UpstreamFault.Hung], Failure.HeadersTimeout, "gateway->upstream");
    }

    [Fact]
    public async Task Its_503_is_a_group_without_a_healthy_member()
    {
        var told = await Gateway[UpstreamFault.AllDown];

        await MakesAsync(UpstreamFault.AllDown, 503);
        Expectation.Shows(told, Failure.NoHealthyUpstream, "gateway->upstream");
        Assert.Equal("balancer.no-healthy-upstream", told.Causes[0].Id);
    }

    [Theory]
    [InlineData(UpstreamFault.Own500, 500)]
    [InlineData(UpstreamFault.Own502, 502)]
    public async Task An_error_of_the_application_is_told_from_one_of_its_own(UpstreamFault fault, int status)
    {
        var told = await Gateway[fault];

        Expectation.Fails(told, status, "Caddy");
        Expectation.Shows(told, Failure.UpstreamError, "gateway->upstream");
        Assert.False(told.AnsweredBy!.MadeIt);
        Assert.Equal("application.error", told.Causes[0].Id);
    }
}
