using System.Collections.Frozen;
using System.Collections.Immutable;
using Weir.Vocabulary;
using static Weir.Vocabulary.Failure;

namespace Weir.Knowledge;

/// <summary>
/// Which status each gateway answers for which failure. The same refused connection is a 502 in one and a 503 in
/// another, so a status alone is read with the software that made it.
/// </summary>
public static class GatewayStatuses
{
    /// <summary>
    /// How well a failure fits a status that the gateway does not give for it: versions and settings differ.
    /// </summary>
    private const double Misfit = 0.02;

    /// <summary>
    /// Most gateways speak plain text with what is behind them, so a failure of TLS is this much rarer there than at
    /// the visitor's own hop, for which the causes are weighed.
    /// </summary>
    private const double TlsIsRareBehind = 0.25;

    /// <summary>The same for a certificate, where the gateway looks at it only when told (proxy_ssl_verify).</summary>
    private const double CertificateIsRarelyLookedAt = 0.03;

    private static readonly string[] LookAtNoCertificate = ["nginx", "OpenResty", "Tengine"];

    private static readonly Failure[] All = Enum.GetValues<Failure>();
    private static readonly Failure[] NameFailures = [NameNotFound, NameServerFailed, NameTimeout];
    private static readonly Failure[] TlsFailures = [TlsAlert, TlsProtocol, TlsCertificate, TlsTimeout];
    private static readonly Failure[] ConnectFailures =
        [ConnectRefused, ConnectTimeout, ConnectUnreachable, ConnectProhibited, ConnectDenied];

    private static readonly Failure[] AnswerFailures =
        [ClosedBeforeHeaders, ResetBeforeHeaders, StaleConnection, HeadersMalformed, HeadersTooLarge];

    // Only where a gateway departs from the status that RFC 9209 recommends.
    private static readonly FrozenDictionary<string, Func<Failure, int[]>> Departures =
        new Dictionary<string, Func<Failure, int[]>>(StringComparer.OrdinalIgnoreCase)
        {
            ["nginx"] = failure => failure switch
            {
                NameTimeout or NoHealthyUpstream => [502],
                LimitReached => [502, 503],
                ConnectTimeout => [504, 502],
                ConnectExhausted => [502, 500],
                _ => [],
            },
            ["Apache"] = failure => failure switch
            {
                _ when ConnectFailures.Contains(failure) || failure is NoHealthyUpstream or LimitReached => [503],
                _ when NameFailures.Contains(failure) => [502, 500],
                _ when TlsFailures.Contains(failure) => [500],
                HeadersTimeout => [502, 504],
                _ => [],
            },
            ["HAProxy"] = failure => failure switch
            {
                _ when ConnectFailures.Contains(failure) || TlsFailures.Contains(failure)
                    || NameFailures.Contains(failure) => [503],
                _ => [],
            },
            ["Envoy"] = failure => failure switch
            {
                HeadersMalformed or HeadersTooLarge => [502, 503],
                HeadersTimeout => [504],
                _ when failure.Traits().Status is 502 or 504 => [503],
                _ => [],
            },
            ["Caddy"] = failure => failure switch
            {
                ConnectTimeout or NameTimeout or TlsTimeout => [502],
                _ => [],
            },
            ["Traefik"] = failure => failure switch
            {
                HeadersMalformed or HeadersTooLarge or TlsCertificate => [500, 502],
                ClosedBeforeHeaders => [502, 500],
                _ => [],
            },
            ["Varnish"] = EveryFailureIs503,
            ["Fastly"] = EveryFailureIs503,
            ["Heroku"] = EveryFailureIs503,
            ["AWS ALB"] = failure => failure switch
            {
                NoHealthyUpstream => [503],
                _ when TlsFailures.Contains(failure) => [502],
                _ => [],
            },
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The statuses with which <paramref name="software"/> answers for <paramref name="failure"/>.</summary>
    public static IReadOnlyList<int> Of(string? software, Failure failure)
        => software is not null && Departures.TryGetValue(software, out var departure)
            && departure(failure) is { Length: > 0 } statuses
            ? statuses
            : failure == NoRoute ? [404, 503, 500] : [failure.Traits().Status];

    /// <summary>
    /// How usual a failure is on the hop behind <paramref name="software"/>, against the visitor's own hop; at most 1.
    /// </summary>
    public static double ShareBehind(string? software, Failure failure)
        => failure == TlsCertificate && LookAtNoCertificate.Contains(software) ? CertificateIsRarelyLookedAt
            : TlsFailures.Contains(failure) ? TlsIsRareBehind
            : 1;

    /// <summary>
    /// How well each failure fits a status that a gateway answered.
    /// </summary>
    /// <param name="software">The gateway, where it is known.</param>
    /// <param name="status">What it answered.</param>
    /// <param name="madeIt">
    /// Whether it made the answer itself; false when it passed on what its upstream sent; null when that is unknown.
    /// </param>
    public static ImmutableDictionary<Failure, double> Fit(string? software, int status, bool? madeIt)
        => madeIt == false
            ? ImmutableDictionary<Failure, double>.Empty.Add(UpstreamError, 1)
            : All.ToImmutableDictionary(failure => failure, failure => failure == UpstreamError
                ? madeIt == true ? Misfit : 0.9
                : ShareBehind(software, failure)
                    * (Of(software, failure).Contains(status) && !BodyIsTooLate(failure) ? 0.9 : Misfit));

    // A failure in the middle of the body comes after the status has been sent.
    private static bool BodyIsTooLate(Failure failure) => failure.Traits().Phase == Phase.Body;

    private static int[] EveryFailureIs503(Failure failure)
        => failure is UpstreamError || AnswerFailures.Contains(failure) || failure.Traits().Status >= 500 ? [503] : [];
}
