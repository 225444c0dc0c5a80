using System.Buffers;
using Weir.Http1;

namespace Weir.Probing.Http;

/// <summary>Asks one question over an open connection, HTTP/1.1 on raw bytes, and tells what was seen.</summary>
public static class HttpExchanger
{
    // One read; heads fit, and 16 MiB of body take a thousand reads.
    private const int ReadBytes = 16 * 1024;

    /// <summary>
    /// Writes the request (1), reads heads and body until the answer is whole or something ends it (2), looks a little
    /// longer at what is not HTTP (3) and reports (4). What the peer does never throws.
    /// </summary>
    /// <param name="connection">The open connection. Afterwards only <see cref="HttpExchange.KeepsConnection"/> with
    /// <see cref="ConnectionEnd.Open"/> says that it may carry another request.</param>
    /// <param name="question">What to ask; its <see cref="HttpQuestion.Problem"/> must be null.</param>
    /// <param name="limits">How long to wait and how much to take.</param>
    /// <param name="clock">The clock of timings and limits.</param>
    /// <param name="stop">Abandons the exchange.</param>
    /// <exception cref="ArgumentException">The question cannot be sent as one request.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public static async Task<HttpExchange> AskAsync(
        HttpConnection connection,
        HttpQuestion question,
        ExchangeLimits limits,
        TimeProvider clock,
        CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(limits);
        var request = new ArrayBufferWriter<byte>();
        if (question.Write(request) is { } problem)
        {
            throw new ArgumentException($"The request cannot be sent: {problem}.", nameof(question));
        }

        using var wire = new Wire(connection.Stream, limits.Total, clock, stop);
        var run = new ExchangeRun(wire, new AnswerReader(question.Method == ProbeMethod.Head, limits), limits);
        var buffer = ArrayPool<byte>.Shared.Rent(ReadBytes);
        try
        {
            await run.SendAsync(request.WrittenMemory).ConfigureAwait(false); // 1
            await run.ReceiveAsync(buffer).ConfigureAwait(false); // 2
            await run.RecogniseAsync(buffer).ConfigureAwait(false); // 3
            return Report(connection, question, run); // 4
        }
        finally
        {
            run.Answer.Head.Reset();
            run.Answer.Chunks.Reset();
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static HttpExchange Report(HttpConnection connection, HttpQuestion question, ExchangeRun run)
    {
        var answer = run.Answer;
        var seen = new HttpExchange
        {
            Endpoint = connection.Endpoint,
            Asked = question.Masked(),
            Reused = connection.Reused,
            RequestSent = run.SentAt is not null,
            Interim = answer.Interim,
            Timings = run.Timings(connection),
            BytesReceived = answer.First.Count,
            ConnectionEnd = run.End.End,
            Errno = run.End.Errno,
            TlsAlert = run.End.TlsAlert,
            HeadProblem = answer.HeadProblem,
            ChunkProblem = answer.Chunks.Problem,
            ProblemAt = answer.HeadProblem is null ? answer.Chunks.ProblemAt : answer.HeadProblemAt,
            Ugly = answer.Head.Ugly | answer.Framing.Ugly | answer.Chunks.Ugly
                | (answer.HasExcess ? Ugliness.ExcessBytes : Ugliness.None),
        };
        seen = answer.HasHead ? WithAnswer(seen, answer, run) : WithStranger(seen, answer);
        return seen with { Failure = ExchangeFailure.Of(seen) };
    }

    private static HttpExchange WithAnswer(HttpExchange seen, AnswerReader answer, ExchangeRun run)
    {
        var head = answer.Head;
        var fields = AnswerFields.Read(head.Fields);
        var bodyEnd = run.BodyEnd();
        var codings = fields
            .Where(field => field.Key.Equals("content-encoding", StringComparison.OrdinalIgnoreCase))
            .Select(field => field.Value);
        var text = BodyText.Of(answer.Body, codings, bodyEnd is BodyEnd.Complete or BodyEnd.UntilClose);
        return seen with
        {
            Status = head.Code,
            Reason = AnswerFields.Text(head.Reason),
            Version = head.Version == ProtocolVersion.Http10 ? new Version(1, 0) : new Version(1, 1),
            Fields = Masking.Fields(fields),
            Trailers = Masking.Fields(AnswerFields.Read(answer.Chunks.Trailers)),
            HeadBytes = head.Length,
            KeepsConnection = head.KeepsConnection,
            BodyStart = text.Text,
            Coding = text.Coding,
            BodyLength = answer.Body.Count,
            AnnouncedLength = answer.Framing.Kind == BodyKind.Length ? answer.Framing.Length : null,
            BodyEnd = bodyEnd,
        };
    }

    private static HttpExchange WithStranger(HttpExchange seen, AnswerReader answer) => seen with
    {
        FirstBytes = [.. answer.First.Kept.Span],
        Speaks = answer.HeadProblem == HeadProblem.NotHttp ? ProtocolGuess.Of(answer.First.Kept.Span) : null,
    };
}
