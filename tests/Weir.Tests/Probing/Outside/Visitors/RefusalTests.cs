using Weir.Diagnosis;
using Weir.Lab.Faults;
using Weir.Tests.Kit;

namespace Weir.Tests.Probing.Outside.Visitors;

/// <summary>Answers below 500 that keep this very visitor out.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData(429, "Too Many Requests", "visitor.blocked")]
    [InlineData(511, "Network Authentication Required", "visitor.network")]
    public async Task The_refusal_of_this_visitor_is_named(int status, string reason, string cause)
    {
        await using var server = FaultyServer.Start(Reply.Status(status, reason, "<h1>Not you</h1>"));

        var told = await Look.AtAsync(server.Url.ToString());

        Assert.True(told.Verdict == Verdict.Failing && told.Status == status, Told.Of(told));
        Assert.True(told.Causes is [var first, ..] && first.Id == cause, Told.Of(told));
    }
}
