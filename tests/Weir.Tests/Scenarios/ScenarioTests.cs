using Weir.Diagnosis;
using Weir.Inside;
using Weir.Knowledge;
using Weir.Lab.Scenarios;
using Weir.Probing;
using Weir.Reports;
using Weir.Tests.Kit;
using Told = global::Weir.Diagnosis.Diagnosis;

namespace Weir.Tests.Scenarios;

/// <summary>
/// Real failures of real servers, each in a world of its own, diagnosed from the machine that hosts them: the first
/// cause is the right one.
/// </summary>
public abstract class ScenarioTests(ScenarioCertificates certificates)
{
    /// <summary>The scenarios are shared out among classes, which run side by side.</summary>
    private const int Parts = 3;

    private static readonly Diagnoser Diagnoser = new(new Judge(KnowledgeBase.Shipped));

    /// <summary>The names of one part; WEIR_SCENARIO in the environment leaves those that contain it.</summary>
    protected static IEnumerable<TheoryDataRow<string>> NamesOf(int part) => ScenarioList.All
        .Where(each => !each.IsByChance)
        .Where((each, index) => index % Parts == part
            && (Environment.GetEnvironmentVariable("WEIR_SCENARIO") is not { } only
                || each.Name.Contains(only, StringComparison.Ordinal)))
        .Select(each => new TheoryDataRow<string>(each.Name));

    protected async Task NameAsync(string name)
    {
        var scenario = ScenarioList.Find(name);
        Requires.NetworkNamespaces();
        foreach (var program in scenario.Programs.Prepend("nginx"))
        {
            Requires.Program(program);
        }

        var stop = TestContext.Current.CancellationToken;
        await using var stage = new ScenarioStage(certificates.Made, TimeProvider.System, stop);
        await scenario.Build(stage);

        var told = await LookAsync(stage, stop);
        var report = TextReport.Of(told, new TextStyle(120, false, true), Detail.Verbose);
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        if (scenario.IsHealthy || told.Scope == Scope.Everyone)
        {
            // The fault is real: it shows as nginx is known to show it.
            Assert.True((told.Status ?? 0) == scenario.Status, report);
        }

        if (scenario.IsHealthy)
        {
            Assert.True(told.Verdict == Verdict.Healthy, report);
            return;
        }

        Assert.True(told.Verdict != Verdict.Healthy, report);
        Assert.True(told.Causes.Length > 0 && scenario.Causes.Contains(told.Causes[0].Id), report);
        Assert.True(told.Determined, report);
    }

    private static async Task<Told> LookAsync(ScenarioStage stage, CancellationToken stop)
    {
        Assert.True(Target.TryParse(stage.Url, out var target, out var problem), problem);
        var options = new ProbeOptions { Inside = new InsideOptions() };
        var look = new OutsideLook(options, TimeProvider.System, Chance.Seeded());
        return Diagnoser.Conclude(await look.LookAsync(target!, static _ => { }, stop));
    }
}

/// <summary>The first third of the scenarios.</summary>
public sealed class FirstScenarioTests(ScenarioCertificates certificates)
    : ScenarioTests(certificates), IClassFixture<ScenarioCertificates>
{
    public static IEnumerable<TheoryDataRow<string>> Names => NamesOf(0);

    [Theory]
    [MemberData(nameof(Names))]
    public Task The_first_cause_is_the_right_one(string name) => NameAsync(name);
}

/// <summary>The second third.</summary>
public sealed class SecondScenarioTests(ScenarioCertificates certificates)
    : ScenarioTests(certificates), IClassFixture<ScenarioCertificates>
{
    public static IEnumerable<TheoryDataRow<string>> Names => NamesOf(1);

    [Theory]
    [MemberData(nameof(Names))]
    public Task The_first_cause_is_the_right_one(string name) => NameAsync(name);
}

/// <summary>The last third.</summary>
public sealed class ThirdScenarioTests(ScenarioCertificates certificates)
    : ScenarioTests(certificates), IClassFixture<ScenarioCertificates>
{
    public static IEnumerable<TheoryDataRow<string>> Names => NamesOf(2);

    [Theory]
    [MemberData(nameof(Names))]
    public Task The_first_cause_is_the_right_one(string name) => NameAsync(name);
}

/// <summary>Those that chance has a part in, which only <c>./test --all</c> runs.</summary>
[Trait("Speed", "Slow")]
public sealed class ChanceScenarioTests(ScenarioCertificates certificates)
    : ScenarioTests(certificates), IClassFixture<ScenarioCertificates>
{
    public static IEnumerable<TheoryDataRow<string>> Names => ScenarioList.All.Where(each => each.IsByChance)
        .Select(each => new TheoryDataRow<string>(each.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public Task The_first_cause_is_the_right_one(string name) => NameAsync(name);
}
