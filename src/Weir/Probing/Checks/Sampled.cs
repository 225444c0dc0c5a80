using Weir.Probing.Answers;
using Weir.Probing.Http;
using Weir.Probing.Tcp;
using Weir.Probing.Tls;
using Weir.Vocabulary;

namespace Weir.Probing.Checks;

/// <summary>What one request met, from the connection to the last byte.</summary>
/// <param name="Sample">The request.</param>
/// <param name="At">When it began (UTC).</param>
/// <param name="Took">How long it all took.</param>
/// <param name="Connect">What connecting met.</param>
/// <param name="Tls">The handshake; null without TLS or without a connection.</param>
/// <param name="Exchange">Request and answer; null where it did not come to that.</param>
public sealed record Sampled(
    Sample Sample, DateTimeOffset At, TimeSpan Took, ConnectAttempt Connect, TlsHandshake? Tls, HttpExchange? Exchange)
    : Fact(At, Took)
{
    private static readonly int[] RedirectStatuses = [301, 302, 303, 307, 308];

    /// <summary>The answer as a page; null where there is none.</summary>
    public AnsweredPage? Page { get; } = Exchange is { Status: { } status } answer
        ? new AnsweredPage(status, answer.Reason, answer.Fields, answer.BodyStart, answer.BodyLength)
        : null;

    /// <summary>
    /// What failed on the wire; a 5xx is <see cref="Failure.UpstreamError"/>. Null where all went well.
    /// </summary>
    public Failure? Failure => Exchange is not null ? Exchange.Failure : Connect.Failure ?? Tls?.Failure;

    /// <summary>The status; null without an answer.</summary>
    public int? Status => Exchange?.Status;

    /// <summary>
    /// Whether this visitor did not get what was asked for: a failure, or a refusal of this very visitor.
    /// </summary>
    public bool Fails => Failure is not null || Refusal.Is(this);

    /// <summary>Where a redirect leads; null where the answer is none.</summary>
    public string? Location => Status is { } status && RedirectStatuses.Contains(status)
        ? Exchange!.Fields.FirstOrDefault(each => each.Key.Equals("Location", StringComparison.OrdinalIgnoreCase)).Value
        : null;

    /// <summary>How long after the request the answer's first byte came; null without one.</summary>
    public TimeSpan? FirstByte => Exchange?.Timings.FirstByte;

    /// <inheritdoc/>
    public override string Says => Sample.Variation != Variation.AsAsked ? ""
        : Status is { } status ? $"{Connect.EndpointName} answered {status} {Exchange!.Reason} after {Seconds(Took)}"
        : $"{Connect.EndpointName}: {Failure?.Id() ?? "no answer"} after {Seconds(Took)}";

    private static string Seconds(TimeSpan time) => $"{time.TotalSeconds:0.00} s";
}
