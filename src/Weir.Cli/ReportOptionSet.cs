using System.CommandLine;
using System.CommandLine.Parsing;
using Weir.Knowledge;
using Weir.Reports;
using Weir.Vocabulary;

namespace Weir.Cli;

/// <summary>The options that the reporting commands share (contract section 2).</summary>
internal sealed class ReportOptionSet
{
    /// <summary>The budget of a command, where <c>--timeout</c> does not say otherwise.</summary>
    public static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(20);

    private readonly Option<ReportFormat?> format = new("--format")
    {
        HelpName = "KIND",
        Description = "text (the default), json or markdown",
        CustomParser = ParseFormat,
    };

    private readonly Option<bool> json = new("--json") { Description = "short for --format json" };

    private readonly Option<string?> output = new("--output", "-o")
    {
        HelpName = "FILE",
        Description = "write the report to FILE, which is replaced as a whole",
    };

    private readonly Option<TimeSpan?> since = new("--since") { HelpName = "TIME", CustomParser = ParseDuration };

    private readonly Option<TimeSpan?> timeout = new("--timeout")
    {
        HelpName = "TIME",
        Description = "end after TIME with what is known by then (20s)",
        CustomParser = ParseTimeout,
    };

    private readonly Option<bool> verbose = new("--verbose", "-v") { Description = "all evidence and all remedies" };

    private readonly Option<bool> quiet = new("--quiet", "-q")
    {
        Description = "two lines: how it is, and the first cause",
    };

    private readonly Option<bool> noColour = new("--no-color")
    {
        Description = "no colours (so does the variable NO_COLOR)",
    };

    private readonly TimeSpan? usualSince;

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    /// <param name="command">A command that reports.</param>
    /// <param name="looks">Whether it looks at something, so that a time, a budget and a depth make sense.</param>
    /// <param name="usualSince">How far back it looks by itself; null for everything.</param>
    public ReportOptionSet(Command command, bool looks, TimeSpan? usualSince = null)
    {
        this.usualSince = usualSince;
        since.Description = "look at the last TIME of logs and counters "
            + (usualSince is { } usual ? $"({Durations.Words(usual)})" : "(everything)");
        // They are accepted everywhere, so that a script may give the same options to every command.
        since.Hidden = timeout.Hidden = verbose.Hidden = quiet.Hidden = !looks;
        foreach (var option in (Option[])[format, json, output, since, timeout, verbose, quiet, noColour])
        {
            command.Add(option);
        }

        command.Validators.Add(Contradictions);
    }

    /// <summary>What the person asked for.</summary>
    public ReportOptions Read(ParseResult parsed) => new(
        parsed.GetValue(json) ? ReportFormat.Json : parsed.GetValue(format) ?? ReportFormat.Text,
        parsed.GetValue(output),
        parsed.GetValue(quiet) ? Detail.Quiet : parsed.GetValue(verbose) ? Detail.Verbose : Detail.Usual,
        !parsed.GetValue(noColour),
        parsed.GetValue(since) ?? usualSince,
        parsed.GetValue(timeout) ?? UsualTimeout);

    private void Contradictions(CommandResult result)
    {
        if (result.GetResult(json) is not null && result.GetResult(format) is { } given && !given.Errors.Any()
            && given.GetValueOrDefault<ReportFormat?>() is not ReportFormat.Json)
        {
            result.AddError("--json and --format contradict each other; give one of them.");
        }

        if (result.GetResult(verbose) is not null && result.GetResult(quiet) is not null)
        {
            result.AddError("--verbose and --quiet contradict each other; give one of them.");
        }
    }

    private static ReportFormat? ParseFormat(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var known = Spelling.FromKebab<ReportFormat>(text);
        if (text == "html")
        {
            result.AddError("--format html arrives with the gateway's pages; until then text, json or markdown.");
        }
        else if (known is null)
        {
            result.AddError($"\"{text}\" is no format. Known: text, json, markdown."
                + CauseItem.Nearest(text, Enum.GetValues<ReportFormat>().Select(Spelling.Kebab)));
        }

        return known;
    }

    private static TimeSpan? ParseDuration(ArgumentResult result)
    {
        if (Durations.TryParse(result.Tokens[0].Value, out var duration, out var problem))
        {
            return duration;
        }

        result.AddError($"{(result.Parent as OptionResult)?.Option.Name}: {problem}");
        return null;
    }

    private static TimeSpan? ParseTimeout(ArgumentResult result)
    {
        var duration = ParseDuration(result);
        if (duration == TimeSpan.Zero)
        {
            result.AddError("--timeout 0 leaves no time to look. Write for example 20s.");
        }

        return duration;
    }
}
