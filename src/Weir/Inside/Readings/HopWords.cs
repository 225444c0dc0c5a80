using Weir.Inside.Checks;
using Weir.Probing.Readings;
using Weir.Vocabulary;

namespace Weir.Inside.Readings;

/// <summary>What a replayed request met, in words for people.</summary>
internal static class HopWords
{
    public static string Of(HopAsked asked)
    {
        var attempt = asked.Attempt;
        return !attempt.Connect.Connected ? ConnectWords.Of(attempt.Connect)
            : attempt.Tls is { Failure: not null } tls ? $"accepts the connection, but: {TlsWords.Of(tls).TrimEnd('.')}"
            : attempt.Exchange is not { } exchange ? $"accepts the connection after {Words.Time(attempt.Connect.Took)}"
            : asked.Failure == Failure.HeadersTooLarge
                ? $"answers with a head of {exchange.HeadBytes} bytes, and the gateway has room for "
                    + $"{asked.Ask.Gateway.Hop?.Buffers.HeadBytes}"
            : asked.Failure is null or Failure.UpstreamError
                ? $"answers {exchange.Status} after {Words.Time(exchange.Timings.FirstByte ?? asked.Took)}"
            : $"fails: {ExchangeWords.Of(exchange)}";
    }
}
