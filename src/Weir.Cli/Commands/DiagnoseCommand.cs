using System.CommandLine;
using Weir.Diagnosis;
using Weir.Knowledge;
using Weir.Probing;

namespace Weir.Cli.Commands;

/// <summary><c>weir diagnose URL</c>: one answer for one address.</summary>
internal static class DiagnoseCommand
{
    private const string About = """
        Why does this address fail, and what makes it stop? One answer, with its evidence

        Examples
          weir diagnose shop.example
          weir diagnose https://shop.example/cart --header 'Cookie: session=…'
          weir diagnose shop.example --connect-to 10.0.0.12:8080
          weir diagnose shop.example --wait

        Weir only asks: GET and HEAD, few and spaced. Exit codes: 0 healthy, 1 a problem was found,
        2 the command is wrong, 3 nothing could be checked.
        """;

    /// <summary>The command.</summary>
    /// <param name="surroundings">Where its report goes.</param>
    /// <param name="knowledge">What is known; read while the looking goes on.</param>
    public static Command Create(Surroundings surroundings, Func<KnowledgeBase> knowledge)
    {
        var url = new Argument<Target?>("URL")
        {
            Description = "the address, as in a browser; without a scheme it is http",
            CustomParser = result => DiagnoseOptionSet.ParseTarget(result, result.Tokens[0].Value),
        };
        var wait = new Option<bool>("--wait")
        {
            Description = "keep asking, gently, and say when it is well again",
        };
        var command = new Command("diagnose", About) { url };
        var how = new DiagnoseOptionSet(command);
        command.Add(wait);
        var report = new ReportOptionSet(command, looks: true, usualSince: TimeSpan.FromMinutes(15));
        command.SetAction(async (parsed, stop) =>
        {
            var options = report.Read(parsed);
            using var output = Output.Open(options, surroundings);
            var diagnosing = new Diagnosing(
                surroundings, how.Read(parsed, options.Timeout, options.Since), Task.Run(knowledge, stop));
            var diagnosis = await diagnosing.OnceAsync(parsed.GetValue(url)!, stop);
            if (parsed.GetValue(wait) && diagnosis.Verdict != Verdict.Healthy)
            {
                diagnosis = await diagnosing.UntilWellAsync(parsed.GetValue(url)!, diagnosis, stop);
            }

            output.Write(options.Face(diagnosis, output.Style));
            return (int)(diagnosis.Verdict == Verdict.Healthy ? ExitCode.Healthy : ExitCode.ProblemFound);
        });
        return command;
    }
}
