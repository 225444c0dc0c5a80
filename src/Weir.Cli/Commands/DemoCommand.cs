using System.CommandLine;
using Weir.Lab.Demo;
using Weir.Lab.Faults;
using Weir.Reports;
using Weir.Vocabulary;

namespace Weir.Cli.Commands;

/// <summary><c>weir demo --once</c>: real failures on loopback, each diagnosed.</summary>
internal static class DemoCommand
{
    private const string About = """
        Shows what Weir does, without root, network or configuration: real servers on loopback fail in every way
        that can be shown so, and each failure is diagnosed as that of any site

        With --once each failure is played once; the exit code is 0 when every verdict is right, else 1.
        The demonstration that goes on by itself comes with the gateway: until then --once is all there is.
        """;

    /// <summary>Scenes played at the same time: they mostly wait.</summary>
    private const int AtOnce = 4;

    /// <summary>The command.</summary>
    public static Command Create(Surroundings surroundings)
    {
        var once = new Option<bool>("--once") { Description = "play each failure once and end" };
        var command = new Command("demo", About) { once };
        command.SetAction(async (parsed, stop) =>
        {
            using var certificates = new TestCertificates(surroundings.Clock);
            var setting = new DemoSetting(certificates, surroundings.Clock, surroundings.Random);
            var results = await PlayAsync(setting, surroundings, stop);
            Output.WriteTo(surroundings.Output, Table(results, surroundings.OutputStyle(wantsColour: true)));
            return (int)(results.All(result => result.IsRight) ? ExitCode.Healthy : ExitCode.ProblemFound);
        });
        return command;
    }

    private static async Task<IReadOnlyList<DemoResult>> PlayAsync(
        DemoSetting setting, Surroundings surroundings, CancellationToken stop)
    {
        var results = new DemoResult[DemoScenes.All.Count];
        await Parallel.ForAsync(0, results.Length, new ParallelOptions
        {
            MaxDegreeOfParallelism = AtOnce,
            CancellationToken = stop,
        }, async (index, ending) =>
        {
            results[index] = await DemoResult.PlayAsync(DemoScenes.All[index], setting, ending);
            if (surroundings.ErrorIsTerminal)
            {
                surroundings.Error.WriteLine($"  played: {DemoScenes.All[index].Title}");
            }
        });
        return results;
    }

    private static string Table(IReadOnlyList<DemoResult> results, TextStyle style)
    {
        var sheet = new Sheet(style);
        var right = results.Count(result => result.IsRight);
        sheet.Heading($"{right} of {results.Count} verdicts are right");
        foreach (var result in results)
        {
            Row(sheet, result, style);
        }

        sheet.Heading("Not shown on loopback without root or a gateway");
        sheet.Columns([.. DemoScenes.NotShown.Select(each => (string[])[each.Failure.Id(), each.Needs])]);
        return sheet.ToString();
    }

    private static void Row(Sheet sheet, DemoResult result, TextStyle style)
    {
        var diagnosis = result.Diagnosis;
        var mark = result.IsRight ? style.Unicode ? "✓" : "ok" : style.Unicode ? "✗" : "WRONG";
        var failure = diagnosis.Failures is [var first, ..] ? first.Kind.Id() : "nothing failed";
        var cause = diagnosis.Causes is [var likeliest, ..]
            ? $"{likeliest.Id} {likeliest.Confidence * 100:0} %"
            : "no cause";
        sheet.Pieces([(mark, result.IsRight ? Tone.Good : Tone.Bad), ($" {result.Scene.Title}", Tone.Plain)], 0);
        sheet.Pieces([($"{failure}, {cause}, after {diagnosis.Took.TotalSeconds:0.0} s", Tone.Faint)], 4);
    }
}
