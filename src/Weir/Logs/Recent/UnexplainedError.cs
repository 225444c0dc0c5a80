using Weir.Logs.Nginx;
using Weir.Vocabulary;

namespace Weir.Logs.Recent;

/// <summary>
/// Reads an error of the access log of which the error log says nothing. <c>$upstream_status</c> is no witness, since
/// nginx copies its own status there; the time of the answer's head is: a dash means that no head came.
/// </summary>
internal static class UnexplainedError
{
    private const int GatewayTimeout = 504;

    /// <param name="entry">The line.</param>
    /// <param name="errorsAreKnown">
    /// Whether the error log was read, reaches back and holds lines of level error: then its silence means that nginx
    /// did not make the error.
    /// </param>
    public static FailedRequest Read(AccessEntry entry, bool errorsAreKnown)
    {
        var (kind, origin) = Judge(entry, errorsAreKnown);
        return new()
        {
            At = entry.At,
            Kind = kind,
            Origin = origin,
            Upstream = entry.Tries.LastOrDefault()?.Address ?? "",
            Status = entry.Status,
            Seconds = entry.Seconds,
            Client = entry.Key.Client,
            Request = entry.Key.Request,
            AccessLine = entry.Line,
        };
    }

    private static (Failure?, ErrorOrigin) Judge(AccessEntry entry, bool errorsAreKnown)
    {
        if (entry.Status == AccessEntry.NoHttp)
        {
            return (Failure.HeadersMalformed, ErrorOrigin.Upstream);
        }

        if (entry.Tries.LastOrDefault() is not { } last)
        {
            return entry.TellsUpstream ? (null, ErrorOrigin.Gateway) : Silent(errorsAreKnown);
        }

        if (last.HeaderSeconds is not null)
        {
            return (Failure.UpstreamError, ErrorOrigin.Upstream);
        }

        if (!new UpstreamName("", last.Address, "").IsAddress)
        {
            return (Failure.NoHealthyUpstream, ErrorOrigin.Gateway);
        }

        return entry.TellsHead
            ? (Headless(entry.Status, last.ConnectSeconds), ErrorOrigin.Gateway)
            : Silent(errorsAreKnown);
    }

    // A time-out shows in the status; what else ended the exchange only the error log would tell.
    private static Failure? Headless(int status, double? connectSeconds)
        => status != GatewayTimeout ? null
            : connectSeconds is null ? Failure.ConnectTimeout : Failure.HeadersTimeout;

    private static (Failure?, ErrorOrigin) Silent(bool errorsAreKnown)
        => errorsAreKnown ? (Failure.UpstreamError, ErrorOrigin.Upstream) : (null, ErrorOrigin.Unknown);
}
