using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Reflection;
using Weir.Reports;

namespace Weir.Cli;

/// <summary>Reads the command line, runs the command, and turns what goes wrong into a line and an exit code.</summary>
/// <param name="surroundings">The process around it.</param>
/// <param name="commands">What can be done, in the order of the help.</param>
internal sealed class Door(Surroundings surroundings, IReadOnlyList<Command> commands)
{
    private const string About = """
        Weir answers one question: why does this site give 502, 503 or 504, and what makes it stop?

        Exit codes
          0  healthy: nothing was found
          1  a problem was found, and named or said to be undetermined
          2  the command is wrong; the message says where and how to mend it
          3  nothing could be checked (no permission, no such file, interrupted)

        weir COMMAND --help tells all about a command.
        """;

    // An argument such as "@file" is what it is, not a file of further arguments.
    private static readonly ParserConfiguration Literal = new() { ResponseFileTokenReplacer = null };

    /// <summary>The program's version, as <c>--version</c> prints it.</summary>
    public static string Version { get; } = typeof(Door).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Runs what <paramref name="arguments"/> say.</summary>
    /// <param name="arguments">The command line without the program's name.</param>
    /// <param name="interrupted">Cancelled when the person does not want to wait any longer.</param>
    public async Task<ExitCode> OpenAsync(IReadOnlyList<string> arguments, CancellationToken interrupted)
    {
        var root = Root();
        if (arguments.Count == 0)
        {
            surroundings.Error.Write(HelpPage.Of(root, TextStyle.Plain with { Unicode = surroundings.SpeaksUtf8 }));
            return ExitCode.BadUsage;
        }

        var parsed = root.Parse(arguments, Literal);
        return UsageProblem.Of(parsed) is { } problem
            ? Tell(problem, ExitCode.BadUsage)
            : await RunAsync(parsed, interrupted);
    }

    private async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken interrupted)
    {
        // Our own handling of signals and exceptions: the library's has other exit codes.
        var configuration = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
            Error = surroundings.Error,
        };
        try
        {
            return (ExitCode)await parsed.InvokeAsync(configuration, interrupted);
        }
        catch (StopException stop)
        {
            return Tell(stop.Message, stop.Code);
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            return Tell("interrupted before it was finished", ExitCode.CouldNotCheck);
        }
        catch (Exception fault)
        {
            return Tell($"this is a fault of weir itself, please report it: {fault}", ExitCode.CouldNotCheck);
        }
    }

    private ExitCode Tell(string message, ExitCode code)
    {
        // A message may repeat what was typed or read; only its own line ends are kept.
        surroundings.Error.WriteLine($"weir: {string.Join('\n', message.Split('\n').Select(Printable.Of))}");
        return code;
    }

    private RootCommand Root()
    {
        var root = new RootCommand(About);
        foreach (var command in commands)
        {
            root.Add(command);
        }

        foreach (var option in root.Options)
        {
            (option.Description, option.Action) = option switch
            {
                HelpOption => ("this page", new Printing(surroundings.Output, Help)),
                VersionOption => ("the version", new Printing(surroundings.Output, _ => $"weir {Version}\n")),
                _ => (option.Description, option.Action),
            };
        }

        return root;
    }

    private string Help(ParseResult parsed)
        => HelpPage.Of(parsed.CommandResult.Command, surroundings.OutputStyle(wantsColour: true));

    // Prints a page in place of running the command, whatever else the command line says.
    private sealed class Printing(Stream output, Func<ParseResult, string> page) : SynchronousCommandLineAction
    {
        public override bool Terminating => true;

        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            Output.WriteTo(output, page(parseResult));
            return (int)ExitCode.Healthy;
        }
    }
}
