using Weir.Probing.Http;
using Weir.Vocabulary;

namespace Weir.Probing.Readings;

/// <summary>What a broken exchange met, in words for people.</summary>
internal static class ExchangeWords
{
    /// <summary>What came, and how it ended.</summary>
    public static string Of(HttpExchange exchange) => exchange.Failure switch
    {
        Failure.ClosedBeforeHeaders => exchange.BytesReceived == 0
            ? $"the connection was accepted and closed without a byte, {After(exchange)}"
            : $"the connection was closed in the middle of the head, after {exchange.BytesReceived} bytes",
        Failure.ResetBeforeHeaders => exchange.BytesReceived == 0
            ? $"the connection was accepted and reset without a byte, {After(exchange)}"
            : $"the connection was reset in the middle of the head, after {exchange.BytesReceived} bytes",
        Failure.StaleConnection => "the reused connection had been closed",
        Failure.HeadersTimeout => exchange.BytesReceived == 0
            ? $"the request was accepted and not answered within {Words.Time(exchange.Timings.Total)}"
            : $"only {exchange.BytesReceived} bytes of the head came within {Words.Time(exchange.Timings.Total)}",
        Failure.HeadersMalformed => exchange.Speaks is { } protocol
            ? $"what answers is not HTTP but {Name(protocol)}"
            : "the head is not valid HTTP "
                + $"({Spelling.Kebab(exchange.HeadProblem ?? default)} at byte {exchange.ProblemAt})",
        Failure.HeadersTooLarge => $"the head is larger than {exchange.BytesReceived / 1024} KiB",
        Failure.BodyCutShort => $"{exchange.Status}, and the body broke off after {exchange.BodyLength} bytes"
            + (exchange.AnnouncedLength is { } length ? $" of {length}" : ""),
        Failure.BodyTimeout => $"{exchange.Status}, and the body stopped after {exchange.BodyLength} bytes",
        Failure.ChunkMalformed => $"{exchange.Status}, and the chunks of the body are invalid "
            + $"({Spelling.Kebab(exchange.ChunkProblem ?? default)} at byte {exchange.ProblemAt})",
        Failure.CodingMalformed => $"{exchange.Status}, and the compressed body cannot be decoded",
        Failure.WriteTimeout => "the request could not be written: the other side does not read",
        { } other => other.Traits().Meaning.TrimEnd('.'),
        null => $"{exchange.Status} {exchange.Reason}",
    };

    private static string After(HttpExchange exchange) => $"{Words.Time(exchange.Timings.Total)} after the request";

    private static string Name(WireProtocol protocol) => Spelling.Kebab(protocol).Replace('-', ' ');
}
