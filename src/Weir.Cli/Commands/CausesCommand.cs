using System.CommandLine;
using Weir.Knowledge;
using Weir.Reports;
using Weir.Vocabulary;

namespace Weir.Cli.Commands;

/// <summary><c>weir causes [ID]</c>: the catalogue of causes.</summary>
internal static class CausesCommand
{
    private const string About = """
        The catalogue: every cause, its signs, how it is told from its neighbours, its remedies

        Examples
          weir causes                          all, one line each
          weir causes dns                      those of a category
          weir causes upstream.not-listening   all of one
        """;

    /// <summary>The command.</summary>
    /// <param name="surroundings">Where its report goes.</param>
    /// <param name="knowledge">What is known; read only when the command runs.</param>
    public static Command Create(Surroundings surroundings, Func<KnowledgeBase> knowledge)
    {
        var id = new Argument<string?>("ID")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "a cause, or a category such as dns",
        };
        var command = new Command("causes", About) { id };
        var options = new ReportOptionSet(command, looks: false);
        command.SetAction(parsed =>
        {
            var wanted = options.Read(parsed);
            var ids = Select(parsed.GetValue(id));
            using var output = Output.Open(wanted, surroundings);
            output.Write(Face([.. ids.Select(each => knowledge().Find(each)!)], wanted, output.Style));
            return (int)ExitCode.Healthy;
        });
        return command;
    }

    private static List<string> Select(string? name)
    {
        List<string> ids =
            [.. CauseList.Ids.Where(id => name is null || id == name || CauseList.CategoryOf(id) == name)];
        if (ids.Count > 0)
        {
            return ids;
        }

        var known = CauseList.Ids.Concat(CauseList.Ids.Select(CauseList.CategoryOf).Distinct());
        throw new StopException(ExitCode.BadUsage,
            $"\"{name}\" is no cause.{CauseItem.Nearest(name!, known)} weir causes lists all of them.");
    }

    private static string Face(IReadOnlyList<CauseKnowledge> causes, ReportOptions options, TextStyle style)
        => (options.Format, causes) switch
        {
            (ReportFormat.Json, _) => CatalogueJson.Of(causes),
            (ReportFormat.Markdown, [var one]) => CatalogueMarkdown.Page(one),
            (ReportFormat.Markdown, _) => CatalogueMarkdown.Index(causes),
            (ReportFormat.Text, [var one]) => CatalogueText.Page(one, style),
            (ReportFormat.Text, _) => CatalogueText.List(causes, style),
        };
}
