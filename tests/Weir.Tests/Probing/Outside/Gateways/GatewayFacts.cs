using Weir.Vocabulary;

namespace Weir.Tests.Probing.Outside.Gateways;

/// <summary>What holds for every gateway; what differs stands with each of them.</summary>
public abstract class GatewayFacts(FaultyGateway gateway, string software)
{
    public static TheoryData<UpstreamFault> Faults => [.. Enum.GetValues<UpstreamFault>()];

    protected FaultyGateway Gateway => gateway;

    [Theory, MemberData(nameof(Faults))]
    public async Task No_wrong_cause_is_taken_for_sure(UpstreamFault fault)
    {
        var told = await gateway[fault];

        Expectation.IsNotMisled(told, fault);
        Expectation.SaysWhereToLook(told);
    }

    [Theory]
    [InlineData(UpstreamFault.Refused)]
    [InlineData(UpstreamFault.Silent)]
    [InlineData(UpstreamFault.Hung)]
    [InlineData(UpstreamFault.AllDown)]
    [InlineData(UpstreamFault.NoSuchName)]
    [InlineData(UpstreamFault.Own500)]
    [InlineData(UpstreamFault.Own502)]
    public async Task The_true_cause_is_among_the_candidates(UpstreamFault fault)
        => Expectation.Suspects(await gateway[fault], fault);

    /// <summary>The gateway made the answer itself.</summary>
    protected async Task MakesAsync(UpstreamFault fault, int status)
    {
        var told = await gateway[fault];
        Expectation.Fails(told, status, software);
        Assert.True(told.AnsweredBy!.MadeIt, Kit.Told.Of(told));
    }

    /// <summary>The gateway's page does not say what happened behind it.</summary>
    protected async Task KeepsToItselfAsync(UpstreamFault fault)
        => Expectation.Shows(await gateway[fault], Failure.UpstreamError, "visitor->gateway");
}
