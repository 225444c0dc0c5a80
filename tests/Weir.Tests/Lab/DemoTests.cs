using Weir.Lab.Demo;
using Weir.Lab.Faults;
using Weir.Vocabulary;

namespace Weir.Tests.Lab;

public sealed class DemoTests
{
    public static TheoryData<string> Scenes => [.. DemoScenes.All.Select(scene => scene.Title)];

    [Theory, MemberData(nameof(Scenes))]
    public async Task Every_scene_gets_the_right_verdict(string title)
    {
        var scene = DemoScenes.All.Single(each => each.Title == title);
        using var certificates = new TestCertificates(TimeProvider.System);
        var setting = new DemoSetting(certificates, TimeProvider.System, Kit.Chance.Seeded());

        var result = await DemoResult.PlayAsync(scene, setting, TestContext.Current.CancellationToken);

        Assert.True(result.IsRight, Kit.Told.Of(result.Diagnosis));
    }

    [Fact]
    public void Every_failure_is_shown_or_said_not_to_be()
        => Assert.Equal(
            Enum.GetValues<Failure>().Order(),
            DemoScenes.All.Select(scene => scene.Failure)
                .Concat(DemoScenes.NotShown.Select(each => each.Failure))
                .Distinct().Order());
}
