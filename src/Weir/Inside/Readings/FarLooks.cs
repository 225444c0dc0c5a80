using Weir.Vocabulary;

namespace Weir.Inside.Readings;

/// <summary>The looks that only another host can take: what to run there.</summary>
internal static class FarLooks
{
    public static IEnumerable<string> Of(InsideView view, JudgedHop? judged)
        => judged?.End is { Endpoint: { } endpoint } end && view.Begin is not null && view.SpaceOf(end) is null
            ? [judged.Kind is Failure.UpstreamError or Failure.HeadersTimeout or Failure.ClosedBeforeHeaders
                ? "What does the application's own host show? Run there: weir diagnose "
                    + $"http://127.0.0.1:{endpoint.Port}{view.Site.Target.PathAndQuery} --upstream DATABASE:PORT"
                : $"What does the application's own host show? Run there: weir diagnose http://{end.Name}/"]
            : [];
}
