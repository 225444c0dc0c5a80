using Weir.Vocabulary;

namespace Weir.Logs.Recent;

/// <summary>The failures of one kind at one server.</summary>
/// <param name="Kind">What happened; null where the logs do not tell.</param>
/// <param name="Upstream">The server or the group as nginx wrote it; empty where none is named.</param>
/// <param name="Origin">Who made the error.</param>
/// <param name="Count">Requests that failed so.</param>
/// <param name="Saved">Further requests that failed there and were saved by another server.</param>
/// <param name="First">The first one.</param>
/// <param name="Last">The last one.</param>
/// <param name="Example">The first line kept, unmasked: mask it before it is shown.</param>
public sealed record FailureGroup(
    Failure? Kind, string Upstream, ErrorOrigin Origin, int Count, int Saved, DateTimeOffset First, DateTimeOffset Last,
    string Example)
{
    internal static FailureGroup Of(IReadOnlyList<FailedRequest> alike) => new(
        alike[0].Kind, alike[0].Upstream, alike[0].Origin,
        alike.Count(each => !each.IsSaved), alike.Count(each => each.IsSaved),
        alike.Min(each => each.At), alike.Max(each => each.At),
        alike.Select(Line).FirstOrDefault(line => line.Length > 0) ?? "");

    private static string Line(FailedRequest one)
        => one.Tries.Select(each => each.Line).FirstOrDefault(line => line.Length > 0) ?? one.AccessLine;
}
