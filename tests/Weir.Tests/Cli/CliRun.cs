using System.CommandLine;
using System.Text;
using Weir.Cli;
using Weir.Cli.Commands;
using Weir.Knowledge;
using Weir.Tests.Kit;

namespace Weir.Tests.Cli;

/// <summary>Runs a command line inside of the test, with its own streams and variables.</summary>
internal sealed record CliRun(ExitCode Code, string Output, string Error)
{
    private static readonly Dictionary<string, string> Utf8 = new() { ["LANG"] = "C.UTF-8" };

    /// <summary>The run of <paramref name="line"/>, split at blanks, piped, in a UTF-8 locale.</summary>
    public static Task<CliRun> Of(string line) => Of(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public static async Task<CliRun> Of(
        string[] arguments, bool isTerminal = false, IReadOnlyDictionary<string, string>? variables = null,
        Command? more = null, CancellationTokenSource? interruption = null)
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter();
        var surroundings = new Surroundings(
            output, error, isTerminal, () => 100, name => (variables ?? Utf8).GetValueOrDefault(name));
        Command[] commands =
        [
            DiagnoseCommand.Create(surroundings, () => KnowledgeBase.Shipped),
            CausesCommand.Create(surroundings, () => SampleKnowledge.All),
            DemoCommand.Create(surroundings),
        ];
        var door = new Door(surroundings, more is null ? commands : [.. commands, more]);
        var code = await door.OpenAsync(
            arguments, interruption?.Token ?? TestContext.Current.CancellationToken);
        return new CliRun(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    /// <summary>Both streams and the exit code, as one text to approve.</summary>
    public override string ToString() => $"--- stdout\n{Output}--- stderr\n{Error}--- exit code {(int)Code}\n";
}
