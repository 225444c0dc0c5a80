using System.CommandLine;
using Weir.Reports;

namespace Weir.Cli;

/// <summary>
/// The help of a command. The first paragraph of its description says what it is for; what follows (examples, notes)
/// stands at the end as it is written.
/// </summary>
internal static class HelpPage
{
    /// <summary>The page, with a line end behind its last line.</summary>
    public static string Of(Command command, TextStyle style)
    {
        var (about, notes) = Split(command.Description ?? "");
        var sheet = new Sheet(style);
        sheet.Line(about);
        sheet.Heading($"Usage: {Usage(command)}");
        Section(sheet, "Commands", command.Subcommands.Where(each => !each.Hidden)
            .Select(each => (string[])[Synopsis(each), Split(each.Description ?? "").About]));
        Section(sheet, "Arguments", command.Arguments.Where(each => !each.Hidden)
            .Select(each => (string[])[Placeholder(each), each.Description ?? ""]));
        Section(sheet, "Options", UsageProblem.Options(command)
            .Where(each => !each.Hidden)
            .Select(each => (string[])[Names(each), each.Description ?? ""]));
        sheet.Gap();
        foreach (var line in notes.Split('\n', StringSplitOptions.None).Where(_ => notes.Length > 0))
        {
            Note(sheet, line);
        }

        return sheet.ToString();
    }

    private static (string About, string Notes) Split(string description)
    {
        var text = description.ReplaceLineEndings("\n").Trim();
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        return end < 0 ? (text, "") : (text[..end], text[(end + 2)..]);
    }

    private static void Section(Sheet sheet, string heading, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        if (all.Count > 0)
        {
            sheet.Heading(heading);
            sheet.Columns(all);
        }
    }

    private static void Note(Sheet sheet, string line)
    {
        var text = line.TrimStart();
        if (text.Length == 0)
        {
            sheet.Gap();
            return;
        }

        // Blanks inside of a line make columns, so it is kept as it is; it is written to fit 60 columns.
        sheet.Pieces([(text, Tone.Plain)], line.Length - text.Length);
    }

    private static string Usage(Command command) => command.Subcommands.Count > 0
        ? $"{UsageProblem.NameOf(command)} COMMAND [OPTIONS]"
        : $"weir {Synopsis(command)} [OPTIONS]";

    private static string Synopsis(Command command) => string.Join(' ', command.Arguments
        .Where(argument => !argument.Hidden)
        .Select(argument => argument.Arity switch
        {
            { MinimumNumberOfValues: 0, MaximumNumberOfValues: > 1 } => $"[{Placeholder(argument)}…]",
            { MinimumNumberOfValues: 0 } => $"[{Placeholder(argument)}]",
            { MaximumNumberOfValues: > 1 } => $"{Placeholder(argument)}…",
            _ => Placeholder(argument),
        })
        .Prepend(command.Name));

    private static string Placeholder(Argument argument) => argument.HelpName ?? argument.Name.ToUpperInvariant();

    // The library's help option also answers to the spellings of other systems; those are not worth a line.
    private static string Names(Option option)
    {
        var names = option.Aliases.Where(alias => alias is ['-', not ('-' or '?')]).Append(option.Name);
        return string.Join(", ", names) + (option.HelpName is { } value ? $" {value}" : "");
    }
}
