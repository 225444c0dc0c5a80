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
public sealed class ScenarioTests(ScenarioCertificates certificates) : IClassFixture<ScenarioCertificates>
{
    private static readonly Diagnoser Diagnoser = new(new Judge(KnowledgeBase.Shipped));

    public static IEnumerable<TheoryDataRow<string>> Names => ScenarioList.All
        .Where(each => Environment.GetEnvironmentVariable("WEIR_SCENARIO") is not { } only
            || each.Name.Contains(only, StringComparison.Ordinal))
        .Select(each => new TheoryDataRow<string>(each.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task NamesTheCause(string name)
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
