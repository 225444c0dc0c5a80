using System.Text.Json.Nodes;
using Weir.Configurations;
using Weir.Diagnosis;
using Weir.Inside.Checks;
using Weir.Probing.Readings;
using static Weir.Diagnosis.Observable;

namespace Weir.Inside.Readings;

/// <summary>Which gateway answers, and what its configuration does with the request.</summary>
internal static class GatewayReading
{
    /// <summary>Problems of a configuration that are shown; the gateway's own test lists the rest.</summary>
    private const int MostProblems = 3;

    public static IEnumerable<Finding> Of(InsideView view, JudgedHop? judged)
        => view.Gateway is not { Place: { } place } gateway ? []
            : [Lives(gateway, place), .. Leads(gateway, judged), .. Problems(gateway)];

    private static Finding Lives(GatewaySeen gateway, GatewayPlace place)
    {
        var name = Name(gateway, place);
        var file = gateway.Configuration?.Model.Files is [var first, ..] ? $", by {first}" : "";
        return new Finding
        {
            Source = Source.Host,
            Hop = Hops.Site,
            At = gateway.At,
            Says = place.Master is { } master
                ? $"{name} answers at {gateway.Endpoint}: process {master.Id}"
                    + $"{(place.IsContained ? ", in a container" : "")}, started {Since(master.StartedAt)}{file}."
                : $"{name} is set up to answer at {gateway.Endpoint}{file}, and does not run.",
            Answers = [(GatewayExpected, true), (GatewayRunning, place.Master is not null)],
            Data = new JsonObject
            {
                ["software"] = place.Software,
                ["version"] = gateway.Configuration?.Model.Version,
                ["pid"] = place.Master?.Id,
                ["workers"] = place.Workers.Count,
            },
        };
    }

    private static IEnumerable<Finding> Leads(GatewaySeen gateway, JudgedHop? judged)
    {
        if (gateway.Choice is not { Action: { } action } choice)
        {
            yield break;
        }

        var loops = judged?.Kind == Vocabulary.Failure.Loop;
        yield return new Finding
        {
            Source = Source.Config,
            Hop = judged?.Hop ?? Hops.Site,
            At = gateway.At,
            Says = $"{action.At}: this request {Does(action, choice, gateway)}"
                + $"{(choice.IsCertain ? "" : ", as far as the configuration tells")}."
                + $"{(loops ? " That is the gateway's own address: the request goes round in a circle." : "")}",
            Answers = loops ? [(SeenTwiceInPath, true)] : gateway.Members.Count > 0 ? [(SeenTwiceInPath, false)] : [],
            Data = new JsonObject
            {
                ["file"] = action.At.File,
                ["line"] = action.At.Line,
                ["upstreams"] = new JsonArray([.. gateway.Members.Select(each => (JsonNode?)each.Name)]),
            },
        };
    }

    private static string Does(RouteAction action, RouteChoice choice, GatewaySeen gateway) => action switch
    {
        PassAction pass => $"goes to {pass.Hop.Text}"
            + (gateway.Members.Count > 1 ? $" ({string.Join(", ", gateway.Members.Select(each => each.Name))})" : ""),
        AnswerAction answer => $"is answered by the gateway itself with {answer.Status}",
        RedirectAction redirect => $"is redirected with {redirect.Status} to {choice.Location ?? redirect.To}",
        FilesAction files => $"is served from the folder {files.Folder}",
        OtherAction other => $"is answered by {other.What}",
        _ => "is answered in a way of the gateway's own",
    };

    private static IEnumerable<Finding> Problems(GatewaySeen gateway)
        => (gateway.Configuration?.Model.Problems ?? []).Where(IsGrave).Take(MostProblems)
            .Select(problem => new Finding
            {
                Source = Source.Config,
                Hop = Hops.Site,
                At = gateway.At,
                Says = $"The configuration has a fault: {problem.ToString().TrimEnd('.')}.",
            });

    private static bool IsGrave(ConfigurationProblem problem)
        => problem.Kind is ProblemKind.Syntax or ProblemKind.Value or ProblemKind.MissingFile;

    private static string Name(GatewaySeen gateway, GatewayPlace place)
        => gateway.Configuration?.Model.Version is { } version ? $"{place.Software} {version}" : place.Software;

    private static string Since(DateTimeOffset? start)
        => start is { } at ? $"{at.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC" : "at an unknown time";
}
