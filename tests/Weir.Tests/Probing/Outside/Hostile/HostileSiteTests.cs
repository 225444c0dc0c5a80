using Weir.Diagnosis;
using Weir.Tests.Kit;
using Weir.Vocabulary;

namespace Weir.Tests.Probing.Outside.Hostile;

/// <summary>Whatever a site sends, the look ends within its budget and says in plain words what came.</summary>
public sealed class HostileSiteTests(HostileSites sites) : IClassFixture<HostileSites>
{
    [Theory]
    [InlineData("endless head", Failure.HeadersTooLarge)]
    [InlineData("100,000 fields", Failure.HeadersTooLarge)]
    [InlineData("a byte of the head a second", Failure.HeadersTimeout)]
    [InlineData("garbage", Failure.HeadersMalformed)]
    [InlineData("words without a head", Failure.HeadersMalformed)]
    [InlineData("nothing", Failure.ClosedBeforeHeaders)]
    [InlineData("a flood of 103", Failure.HeadersTooLarge)]
    [InlineData("a byte of the body a second", Failure.BodyTimeout)]
    [InlineData("redirect loop", Failure.Loop)]
    [InlineData("twelve redirects", Failure.Loop)]
    public async Task What_no_browser_could_use_is_named(string site, Failure failure)
    {
        var told = await sites[site];

        Assert.True(told.Failures is [var first, ..] && first.Kind == failure, Told.Of(told));
        Assert.True(told.Verdict is Verdict.Failing or Verdict.Unreachable, Told.Of(told));
        Assert.True(told.Took < HostileSites.Budget * 2, Told.Of(told));
    }

    [Theory]
    [InlineData("endless body")]
    [InlineData("64 MiB")]
    [InlineData("gzip bomb")]
    public async Task A_body_is_read_only_so_far_and_its_size_is_no_fault(string site)
    {
        var told = await sites[site];

        Assert.True(told.Verdict == Verdict.Healthy, Told.Of(told));
        Assert.Empty(told.Causes);
        Assert.True(told.Took < HostileSites.Budget * 2, Told.Of(told));
    }

    [Fact]
    public async Task Every_redirect_of_a_chain_is_shown()
        => Assert.Equal("302", (await sites["twelve redirects"]).Redirects[^1].Split(' ')[0]);
}
