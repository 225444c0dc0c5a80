using Weir.Http1;
using Weir.Vocabulary;

namespace Weir.Probing.Http;

/// <summary>
/// Names the failure of an exchange. The earliest event decides: a 5xx whose body breaks as well is an upstream error.
/// </summary>
internal static class ExchangeFailure
{
    private const int TimedOutErrno = 110;

    /// <summary>The failure of what was <paramref name="seen"/>; null where all went well.</summary>
    public static Failure? Of(HttpExchange seen)
        => seen.Status is null ? WithoutHead(seen)
        : seen.Status >= 500 ? Failure.UpstreamError
        : OfBody(seen);

    private static Failure? WithoutHead(HttpExchange seen)
    {
        if (seen.HeadProblem is { } problem)
        {
            return OfHead(problem);
        }

        var silent = seen.Reused && seen.BytesReceived == 0;
        return seen.ConnectionEnd switch
        {
            ConnectionEnd.PeerClosed => silent ? Failure.StaleConnection : Failure.ClosedBeforeHeaders,
            ConnectionEnd.PeerReset => silent ? Failure.StaleConnection : Failure.ResetBeforeHeaders,
            ConnectionEnd.Broken when seen.Errno == TimedOutErrno => TimedOut(seen),
            ConnectionEnd.Broken => Failure.ResetBeforeHeaders,
            ConnectionEnd.TlsFailed => OfTls(seen),
            ConnectionEnd.TimedOut => TimedOut(seen),

            // Without a head and without a problem nobody stops; a fault of ours must not pass for health.
            ConnectionEnd.Open or ConnectionEnd.WeStopped => Failure.GatewayFault,
        };
    }

    private static Failure OfHead(HeadProblem problem) => problem
        is HeadProblem.TooLarge or HeadProblem.LineTooLong or HeadProblem.TooManyFields or HeadProblem.TooManyInterim
        ? Failure.HeadersTooLarge
        : Failure.HeadersMalformed;

    private static Failure TimedOut(HttpExchange seen)
        => seen.RequestSent ? Failure.HeadersTimeout : Failure.WriteTimeout;

    private static Failure OfTls(HttpExchange seen)
        => seen.TlsAlert is null ? Failure.TlsProtocol : Failure.TlsAlert;

    private static Failure? OfBody(HttpExchange seen) => seen.BodyEnd switch
    {
        BodyEnd.Malformed => Failure.ChunkMalformed,
        BodyEnd.CutShort when seen.Errno == TimedOutErrno => Failure.BodyTimeout,
        BodyEnd.CutShort => Failure.BodyCutShort,
        BodyEnd.Stalled or BodyEnd.OutOfTime => IsEndless(seen) ? null : Failure.BodyTimeout,
        BodyEnd.NotReached or BodyEnd.None or BodyEnd.Complete or BodyEnd.UntilClose or BodyEnd.LimitReached
            => seen.Coding == CodingState.Broken ? Failure.CodingMalformed : null,
    };

    // Server-sent events never end and may pause; that is no fault.
    private static bool IsEndless(HttpExchange seen) => seen.Fields.Any(field
        => field.Key.Equals("content-type", StringComparison.OrdinalIgnoreCase)
        && field.Value.StartsWith("text/event-stream", StringComparison.OrdinalIgnoreCase));
}
