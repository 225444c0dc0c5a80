using Weir.Diagnosis;
using Weir.Vocabulary;

namespace Weir.Probing.Readings;

/// <summary>The way from the visitor to the application, for the drawing of the report.</summary>
internal static class PathReading
{
    public static IEnumerable<PathStation> Of(SiteView view, AnswerView? answer, Sighting? failure)
    {
        yield return new("you", "", LinkState.Well);
        if (AddressChoice.NameOf(view.Observed) is not null)
        {
            yield return new("DNS", "", view.Endpoints.Count > 0 ? LinkState.Well : LinkState.Broken);
        }

        var reached = view.AsAsked.Any(each => each.Status is not null);
        var isBroken = failure?.Hop == Hops.Site && failure.Kind != Failure.UpstreamError;
        var site = isBroken ? LinkState.Broken : LinkState.Well;
        yield return new(
            answer?.Answerer is { } answerer ? AnswerWords.Name(answerer.Software, answerer.Version) : Name(answer),
            view.Endpoints.Count > 0 ? view.Endpoints[0].ToString() : view.Target.Host,
            view.Endpoints.Count == 0 ? LinkState.Unseen : reached || view.Failing.Count > 0 ? site : LinkState.Unseen);
        foreach (var station in Behind(answer, failure))
        {
            yield return station;
        }
    }

    private static string Name(AnswerView? answer) => answer is null ? "the site" : "a server";

    private static IEnumerable<PathStation> Behind(AnswerView? answer, Sighting? failure)
    {
        if (answer is null || failure is null || answer.Page.Status < 500)
        {
            return [];
        }

        var application = answer.Answerer?.Writer is { } writer && writer != answer.Answerer.Software ? writer : null;
        return answer.Answerer?.Role is Answers.AnswererRole.ApplicationServer or Answers.AnswererRole.Framework
            ? [new("its application", "", LinkState.Broken)]
            : answer.MadeIt switch
            {
                true => [new("what is behind it", failure.Hop == Hops.Site ? "" : failure.Endpoint, LinkState.Broken)],
                false => [new(application ?? "what is behind it", "", LinkState.Well), new("its own upstream", "",
                    LinkState.Broken)],
                null => [new("what is behind it", "", LinkState.Unseen)],
            };
    }
}
