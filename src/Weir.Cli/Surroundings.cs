using Weir.Reports;

namespace Weir.Cli;

/// <summary>What a command sees of the process around it; tests give it other streams and variables.</summary>
/// <param name="Output">The standard output, for the report and nothing else.</param>
/// <param name="Error">The standard error, for everything else.</param>
/// <param name="OutputIsTerminal">Whether a person reads the standard output as it comes.</param>
/// <param name="Columns">How wide that terminal is; asked only where there is one.</param>
/// <param name="Variable">Reads an environment variable; null where it is not set.</param>
internal sealed record Surroundings(
    Stream Output, TextWriter Error, bool OutputIsTerminal, Func<int> Columns, Func<string, string?> Variable)
{
    /// <summary>Whether a person reads the standard error as it comes, so that progress is worth a line.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Chance.</summary>
    public Random Random { get; init; } = new SystemRandom();

    /// <summary>Columns of a page that goes to a pipe, a file or a terminal that does not tell its width.</summary>
    private const int UsualColumns = 80;

    /// <summary>Whether the locale is UTF-8: as in POSIX, the first of these variables that is set decides.</summary>
    public bool SpeaksUtf8 => OperatingSystem.IsWindows()
        || ((string[])["LC_ALL", "LC_CTYPE", "LANG"]).Select(Variable).FirstOrDefault(it => !string.IsNullOrEmpty(it))
            is { } locale && locale.Replace("-", "").Contains("utf8", StringComparison.OrdinalIgnoreCase);

    /// <summary>The real ones.</summary>
    public static Surroundings OfThisProcess() => new(
        Console.OpenStandardOutput(),
        Console.Error,
        !Console.IsOutputRedirected,
        static () => Console.WindowWidth,
        Environment.GetEnvironmentVariable)
    { ErrorIsTerminal = !Console.IsErrorRedirected };

    /// <summary>
    /// What the standard output can show. Colour only on a terminal, and not where the person (<c>NO_COLOR</c>, see
    /// no-color.org) or the terminal (<c>TERM=dumb</c>) does not want it.
    /// </summary>
    public TextStyle OutputStyle(bool wantsColour) => new(
        OutputIsTerminal ? TerminalColumns() : UsualColumns,
        wantsColour && OutputIsTerminal && string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") != "dumb",
        SpeaksUtf8);

    // A terminal without a known size says 0.
    private int TerminalColumns() => Columns() is > 0 and var columns ? columns : UsualColumns;
}
