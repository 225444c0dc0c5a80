using System.CommandLine;
using System.CommandLine.Parsing;
using Weir.Knowledge;

namespace Weir.Cli;

/// <summary>Says in one line what is wrong with a command line, and what was probably meant.</summary>
internal static class UsageProblem
{
    /// <summary>The problem of <paramref name="parsed"/>, or null where it may be run.</summary>
    public static string? Of(ParseResult parsed)
    {
        if (parsed.Errors.Count == 0 && UnknownOption(parsed) is not { } option)
        {
            return null;
        }

        var command = parsed.CommandResult.Command;
        var help = $"See {NameOf(command)} --help.";
        return (UnknownOption(parsed) ?? (parsed.UnmatchedTokens is [var first, ..] ? first : null)) switch
        {
            ['-', _, ..] unknown => $"{unknown} is no option of \"{NameOf(command)}\"."
                + $"{CauseItem.Nearest(unknown, Options(command).Select(each => each.Name))} {help}",
            { } unknown when command.Subcommands.Count > 0 => $"\"{unknown}\" is no command."
                + $"{CauseItem.Nearest(unknown, command.Subcommands.Select(each => each.Name))} {help}",
            { } unknown => $"\"{unknown}\" is one argument too many for \"{NameOf(command)}\". {help}",
            null => string.Join(' ', parsed.Errors.Select(error => error.Message).Append(help)),
        };
    }

    /// <summary>The command as it is typed: <c>weir causes</c>.</summary>
    public static string NameOf(Command command) => command is RootCommand ? "weir" : $"weir {command.Name}";

    /// <summary>The options of a command and the ones that every command has.</summary>
    public static IEnumerable<Option> Options(Command command) => command.Options.Concat(
        command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive)));

    // The library takes a misspelt option for an argument where one may stand. Behind "--" that is meant; a text with
    // blanks is none.
    private static string? UnknownOption(ParseResult parsed)
    {
        var literalFrom = parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).Count();
        var behind = parsed.Tokens.Skip(literalFrom).ToHashSet(ReferenceEqualityComparer.Instance);
        return parsed.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .Where(token => !behind.Contains(token))
            .Select(token => token.Value)
            .FirstOrDefault(value => value is ['-', _, ..] && !value.Any(char.IsWhiteSpace));
    }
}
