using Weir.Vocabulary;

namespace Weir.Tests.Probing.Outside.Gateways;

public sealed class HaproxyTests(HaproxyGateway gateway)
    : GatewayFacts(gateway, "HAProxy"), IClassFixture<HaproxyGateway>
{
    [Theory]
    [InlineData(UpstreamFault.Refused, 503)]
    [InlineData(UpstreamFault.Silent, 503)]
    [InlineData(UpstreamFault.TlsToPlain, 503)]
    [InlineData(UpstreamFault.NoSuchName, 503)]
    [InlineData(UpstreamFault.AllDown, 503)]
    [InlineData(UpstreamFault.Closed, 502)]
    [InlineData(UpstreamFault.Reset, 502)]
    [InlineData(UpstreamFault.Garbage, 502)]
    [InlineData(UpstreamFault.HugeHead, 502)]
    [InlineData(UpstreamFault.PlainToTls, 502)]
    public async Task One_sentence_of_its_pages_serves_many_failures(UpstreamFault fault, int status)
    {
        await MakesAsync(fault, status);
        await KeepsToItselfAsync(fault);
    }

    [Theory]
    [InlineData(UpstreamFault.Closed)]
    [InlineData(UpstreamFault.Reset)]
    [InlineData(UpstreamFault.HugeHead)]
    [InlineData(UpstreamFault.PlainToTls)]
    public async Task Its_502_is_an_answer_that_was_none(UpstreamFault fault)
        => Expectation.Suspects(await Gateway[fault], fault);

    [Fact]
    public async Task Its_504_is_an_answer_that_did_not_come()
    {
        await MakesAsync(UpstreamFault.Hung, 504);
        Expectation.Shows(await Gateway[UpstreamFault.Hung], Failure.HeadersTimeout, "gateway->upstream");
    }

    [Theory]
    [InlineData(UpstreamFault.Own500, 500)]
    [InlineData(UpstreamFault.Own502, 502)]
    public async Task An_error_of_the_application_is_not_taken_for_its_own(UpstreamFault fault, int status)
    {
        var told = await Gateway[fault];

        Expectation.Fails(told, status, software: null); // It leaves no trace on what it passes on.
        Assert.Equal("application.error", told.Causes[0].Id);
    }
}
