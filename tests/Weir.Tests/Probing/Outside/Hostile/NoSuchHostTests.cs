using Weir.Diagnosis;
using Weir.Lab.Faults;
using Weir.Probing;
using Weir.Tests.Kit;
using Weir.Vocabulary;

namespace Weir.Tests.Probing.Outside.Hostile;

/// <summary>A name that leads nowhere is an answer, not a mistake.</summary>
public sealed class NoSuchHostTests
{
    [Fact]
    public async Task A_name_that_does_not_exist_is_determined_at_once()
    {
        await using var names = FaultyNameServer.Start(NameReply.NoSuchName());

        var told = await Look.AtAsync(
            "http://shop.test/", new ProbeOptions { Resolvers = [names.EndPoint] });

        Assert.True(told.Verdict == Verdict.Unreachable, Told.Of(told));
        Assert.Equal((Failure.NameNotFound, "visitor->gateway"), (told.Failures[0].Kind, told.Failures[0].Hop));
        Assert.True(told.Determined && told.Causes[0].Id == "dns.nxdomain", Told.Of(told));
        Assert.Null(told.Status);
        Assert.All(names.Questions, question => Assert.Equal("shop.test", question.Name));
    }

    [Fact]
    public async Task A_name_server_that_talks_nonsense_leaves_the_look_within_its_budget()
    {
        await using var names = FaultyNameServer.Start(NameReply.Garbage(Chance.Seeded()));
        var options = new ProbeOptions { Resolvers = [names.EndPoint], Budget = TimeSpan.FromSeconds(4) };

        var told = await Look.AtAsync("http://shop.test/", options);

        Assert.True(told.Verdict == Verdict.Unreachable, Told.Of(told));
        Assert.NotEmpty(told.Failures);
        Assert.True(told.Took < options.Budget * 2, Told.Of(told));
    }
}
