using Weir.Vocabulary;

namespace Weir.Tests.Probing.Outside.Gateways;

public sealed class NginxTests(NginxGateway gateway) : GatewayFacts(gateway, "nginx"), IClassFixture<NginxGateway>
{
    [Theory]
    [InlineData(UpstreamFault.Refused, 502)]
    [InlineData(UpstreamFault.Silent, 504)]
    [InlineData(UpstreamFault.Hung, 504)]
    [InlineData(UpstreamFault.Closed, 502)]
    [InlineData(UpstreamFault.Reset, 502)]
    [InlineData(UpstreamFault.Garbage, 502)]
    [InlineData(UpstreamFault.HugeHead, 502)]
    [InlineData(UpstreamFault.PlainToTls, 502)]
    [InlineData(UpstreamFault.TlsToPlain, 502)]
    [InlineData(UpstreamFault.NoSuchName, 502)]
    [InlineData(UpstreamFault.AllDown, 502)]
    public async Task Its_own_error_is_known_as_its_own_and_says_no_more(UpstreamFault fault, int status)
    {
        await MakesAsync(fault, status);
        await KeepsToItselfAsync(fault);
    }

    [Theory]
    [InlineData(UpstreamFault.Own500, 500)]
    [InlineData(UpstreamFault.Own502, 502)]
    public async Task An_error_of_the_application_is_told_from_one_of_its_own(UpstreamFault fault, int status)
    {
        var told = await Gateway[fault];

        Expectation.Fails(told, status, "nginx");
        Expectation.Shows(told, Failure.UpstreamError, "gateway->upstream");
        Assert.False(told.AnsweredBy!.MadeIt);
        Assert.Equal("application.error", told.Causes[0].Id);
    }
}
