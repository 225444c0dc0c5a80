using Weir.Probing.Dns.Wire;

namespace Weir.Probing.Dns;

/// <summary>
/// Asks one name server one question and tells what happened. Not a resolver: no cache, no second server. May be used
/// by several callers at once.
/// </summary>
/// <param name="time">The clock of the time-outs and of the time taken.</param>
/// <param name="random">Where the ids of queries come from; has to be hard to guess outside of tests.</param>
public sealed class DnsClient(TimeProvider time, Random random)
{
    private readonly Lock _randomGate = new();

    /// <summary>The network namespace that is asked from.</summary>
    public Host.NetworkSeat Seat { get; init; } = Host.NetworkSeat.This;

    /// <summary>
    /// Asks <paramref name="question"/>: over UDP, once more after silence, over TCP where the answer does not fit, and
    /// without EDNS where the server does not know it. What goes wrong is an outcome, never an exception.
    /// </summary>
    /// <param name="server">Whom to ask.</param>
    /// <param name="question">What to ask.</param>
    /// <param name="options">How to ask.</param>
    /// <param name="stop">Ends the lookup early.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public async Task<NameLookup> AskAsync(
        NameServer server, Question question, LookupOptions options, CancellationToken stop)
    {
        var asked = new NameLookup
        {
            Server = server,
            Question = question,
            Options = options,
            Outcome = LookupOutcome.InvalidName,
            Detail = $"{question.Name} is not a name that can be asked for",
        };
        if (DnsName.TryEncode(question.Name) is null)
        {
            return asked;
        }

        var start = time.GetTimestamp();
        var transport = options.TcpOnly ? DnsTransport.Tcp : DnsTransport.Udp;
        var lookup = await TryAsync(asked, transport, edns: true, stop);
        if (lookup.Outcome == LookupOutcome.FormatError && !lookup.Edns)
        {
            lookup = await TryAsync(asked, transport, edns: false, stop);
        }

        return lookup with { Elapsed = time.GetElapsedTime(start) };
    }

    private async Task<NameLookup> TryAsync(
        NameLookup lookup, DnsTransport transport, bool edns, CancellationToken stop)
    {
        lookup = lookup with { Transport = transport };
        Exchange exchange;
        var tries = 0;
        do
        {
            exchange = await SendAsync(lookup, transport, edns, stop);
            tries++;
        }
        while (exchange.Trouble == LookupOutcome.Timeout && tries < lookup.Options.Tries);

        lookup = lookup with { Tries = tries, Truncated = lookup.Truncated || exchange.Truncated };
        return exchange switch
        {
            { Truncated: true } when transport == DnsTransport.Udp =>
                await TryAsync(lookup, DnsTransport.Tcp, edns, stop),
            { Message: { } message } => Answered(lookup, message),
            _ => Failed(lookup, exchange),
        };
    }

    private async Task<Exchange> SendAsync(
        NameLookup lookup, DnsTransport transport, bool edns, CancellationToken stop)
    {
        using var deadline = new CancellationTokenSource(lookup.Options.Timeout, time);
        var query = new DnsQuery(
            NextId(), lookup.Question, lookup.Options.RecursionDesired, lookup.Options.CheckingDisabled, edns);
        // The socket is opened before the first await: it stays in the namespace that opened it.
        var sending = Seat.Inside(() => Host.Readings.Of(transport switch
        {
            DnsTransport.Udp => UdpExchange.RunAsync(lookup.Server.EndPoint, query, deadline.Token, stop),
            DnsTransport.Tcp => TcpExchange.RunAsync(lookup.Server.EndPoint, query, deadline.Token, stop),
        }));
        return sending.TryGet(out var exchange) ? await exchange
            : Exchange.Failed(LookupOutcome.Unreachable, sending.Missing!.ToString());
    }

    private static NameLookup Answered(NameLookup lookup, DnsMessage message)
    {
        var answered = lookup with
        {
            Outcome = AnswerReader.Judge(lookup.Question, message, lookup.Options.RecursionDesired),
            Code = message.Code,
            Authoritative = message.Header.Authoritative,
            RecursionAvailable = message.Header.RecursionAvailable,
            AuthenticData = message.Header.AuthenticData,
            Edns = message.HasEdns,
            ExtendedErrors = message.ExtendedErrors,
            Records = message.Answers,
            Authority = message.Authority,
            Additional = message.Additional,
        };
        return answered with { Detail = AnswerText.For(answered) };
    }

    private static NameLookup Failed(NameLookup lookup, Exchange exchange) => lookup with
    {
        Outcome = exchange.Trouble ?? LookupOutcome.Malformed,
        Detail = lookup.Truncated
            ? $"the answer does not fit into UDP, and over TCP {exchange.Detail}"
            : exchange.Detail,
    };

    private ushort NextId()
    {
        lock (_randomGate)
        {
            return (ushort)random.Next(ushort.MaxValue + 1);
        }
    }
}
