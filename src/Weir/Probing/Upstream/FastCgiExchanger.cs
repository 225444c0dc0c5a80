using Weir.Probing.Http;
using Weir.Probing.Tcp;
using Weir.Vocabulary;

namespace Weir.Probing.Upstream;

/// <summary>Asks a FastCGI application one question and tells what was seen, in the words of HTTP.</summary>
internal static class FastCgiExchanger
{
    public static async Task<UpstreamAttempt> AskAsync(
        ConnectAttempt connect, HttpConnection connection, UpstreamQuestion question, ExchangeLimits limits,
        TimeProvider clock, CancellationToken stop)
    {
        var stream = new FastCgiStream(connection.Stream, FastCgiRequest.Write(question.Fields));
        await using (stream.ConfigureAwait(false))
        {
            var asked = new HttpQuestion(ProbeMethod.Get, question.Target, question.Host, []);
            var exchange = await HttpExchanger.AskAsync(connection with { Stream = stream }, asked, limits, clock, stop)
                .ConfigureAwait(false);
            return new(connect, null, Judge(exchange, stream.Records)) { Errors = stream.Records.Errors };
        }
    }

    // What is no FastCGI is passed through, so that it is recognised; an answer without its end was cut off.
    private static HttpExchange Judge(HttpExchange exchange, FastCgiRecords records)
        => records.IsForeign ? exchange with
        {
            Failure = Failure.HeadersMalformed,
            Status = null,
            HeadProblem = Http1.HeadProblem.NotHttp,
            Speaks = exchange.Status is not null ? WireProtocol.Http1 : exchange.Speaks,
        }
            : exchange.Failure is null or Failure.UpstreamError && exchange.Status is not null && !records.Ended
                && exchange.BodyEnd == BodyEnd.UntilClose
                ? exchange with { Failure = Failure.BodyCutShort }
            : exchange;
}
