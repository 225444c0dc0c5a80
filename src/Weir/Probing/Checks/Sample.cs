using System.Net;
using Weir.Probing.Http;
using Weir.Probing.Tcp;
using Weir.Probing.Tls;

namespace Weir.Probing.Checks;

/// <summary>One request on a connection of its own, as the visitor sends it or varied.</summary>
/// <param name="Target">What is asked for.</param>
/// <param name="Endpoint">The address that is asked.</param>
/// <param name="Variation">How it differs from the visitor's own.</param>
/// <param name="Number">Which of its kind, from 0; each waits a little longer, so that no site is hammered.</param>
public sealed record Sample(Target Target, IPEndPoint Endpoint, Variation Variation, int Number) : Check
{
    /// <summary>The pause before each further request.</summary>
    private static readonly TimeSpan Spacing = TimeSpan.FromMilliseconds(150);

    /// <summary>The most that is read of a body: what is beyond has nothing to say about a failure.</summary>
    private const long BodyBytes = 1024 * 1024;

    /// <inheritdoc/>
    public override string Name => Variation == Variation.AsAsked
        ? $"request {Number + 1} to {Endpoint}"
        : $"request to {Endpoint}, varied ({Vocabulary.Spelling.Kebab(Variation)})";

    /// <inheritdoc/>
    public override TimeSpan Limit => TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        if (Number > 0)
        {
            await Task.Delay(Spacing * (((Number - 1) % 3) + 1), context.Clock, stop);
        }

        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        var seen = await AskAsync(context, stop);
        return new Sampled(this, at, context.Clock.GetElapsedTime(began), seen.Connect, seen.Tls, seen.Exchange);
    }

    // 1 connect  2 shake hands  3 ask
    private async Task<(ConnectAttempt Connect, TlsHandshake? Tls, HttpExchange? Exchange)> AskAsync(
        ProbeContext context, CancellationToken stop)
    {
        var (options, clock) = (context.Options, context.Clock);
        using var opened = await ConnectProbe.OpenAsync(
            new ConnectRequest(Endpoint, options.ConnectPatience), clock, stop);                               // 1
        context.Tell(new Reached(opened.Attempt.At, opened.Attempt.Took, this, opened.Attempt));
        if (!opened.Attempt.Connected)
        {
            return (opened.Attempt, null, null);
        }

        if (!Target.IsTls)
        {
            return (opened.Attempt, null, await AskOverAsync(opened.Stream(), opened.Attempt, null, context, stop));
        }

        var how = new TlsOptions
        {
            Host = Target.Host,
            Alpn = ["http/1.1"],
            Limit = options.Patience,
            Roots = options.Roots,
        };
        await using var session = await TlsProbe.RunAsync(opened.Stream(), how, clock, stop);                  // 2
        var shaken = session.Handshake;
        var exchange = session.Channel is { } channel && (shaken.Failure is null || options.Insecure)
            ? await AskOverAsync(channel, opened.Attempt, shaken, context, stop)
            : null;
        return (opened.Attempt, shaken, exchange);
    }

    private async Task<HttpExchange> AskOverAsync(
        Stream stream, ConnectAttempt connect, TlsHandshake? tls, ProbeContext context, CancellationToken stop)
    {
        var patience = context.Options.Patience;
        var limits = new ExchangeLimits
        {
            Send = patience,
            Headers = patience,
            BodyPause = patience * 0.7,
            Total = patience + TimeSpan.FromMilliseconds(100),
            BodyBytes = BodyBytes,
        };
        var question = VisitorRequest.Of(Target, context.Options, Variation, context.Random.NextInt64());
        return await HttpExchanger.AskAsync(                                                                   // 3
            new HttpConnection(stream, connect.EndpointName, connect.Took, tls?.Elapsed), question, limits,
            context.Clock, stop);
    }
}
