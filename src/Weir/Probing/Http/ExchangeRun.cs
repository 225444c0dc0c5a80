using Weir.Http1;

namespace Weir.Probing.Http;

/// <summary>One exchange while it runs: the steps, and when what was reached.</summary>
internal sealed class ExchangeRun(Wire wire, AnswerReader answer, ExchangeLimits limits)
{
    private TimeSpan? _firstByteAt;
    private TimeSpan? _headAt;
    private TimeSpan? _bodyAt;
    private WireRead _sendEnd;

    /// <summary>When the request was written; null where it was not.</summary>
    public TimeSpan? SentAt { get; private set; }

    /// <summary>How the connection ended.</summary>
    public WireRead End { get; private set; }

    /// <summary>What was read.</summary>
    public AnswerReader Answer => answer;

    /// <summary>Writes the request.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> request)
    {
        _sendEnd = await wire.WriteAsync(request, limits.Send).ConfigureAwait(false);
        if (_sendEnd.End == ConnectionEnd.Open)
        {
            SentAt = wire.Elapsed;
        }
    }

    /// <summary>
    /// Reads until the answer is whole, refused or ended. Also after a failed write: a server that refuses a request
    /// may answer, close, and let the rest of the request run into a reset.
    /// </summary>
    public async Task ReceiveAsync(Memory<byte> buffer)
    {
        End = _sendEnd;
        while (End.End != ConnectionEnd.TimedOut && answer.WantsMore)
        {
            var read = await wire.ReadAsync(buffer, Patience()).ConfigureAwait(false);
            if (read.Count == 0)
            {
                End = EndOf(read);
                break;
            }

            Take(buffer.Span[..read.Count]);
        }

        if (answer.Stage is AnswerStage.HeadRefused or AnswerStage.BodyRefused or AnswerStage.LimitReached)
        {
            End = new WireRead(0, ConnectionEnd.WeStopped);
        }
    }

    /// <summary>Waits for a little more of a stranger's greeting where its first bytes do not suffice.</summary>
    public async Task RecogniseAsync(Memory<byte> buffer)
    {
        var until = wire.Elapsed + limits.Recognise;
        while (answer.HeadProblem == HeadProblem.NotHttp
            && answer.First.HasAll
            && ProtocolGuess.Of(answer.First.Kept.Span) == WireProtocol.Unknown)
        {
            var read = await wire.ReadAsync(buffer, until - wire.Elapsed).ConfigureAwait(false);
            if (read.Count == 0)
            {
                End = read.End == ConnectionEnd.TimedOut ? End : read;
                break;
            }

            answer.Feed(buffer.Span[..read.Count]);
        }
    }

    /// <summary>How the body ended, given that there was a head.</summary>
    public BodyEnd BodyEnd() => answer.Stage switch
    {
        AnswerStage.Head or AnswerStage.HeadRefused => Http.BodyEnd.NotReached,
        AnswerStage.Complete => answer.Framing.Kind == BodyKind.None ? Http.BodyEnd.None : Http.BodyEnd.Complete,
        AnswerStage.BodyRefused => Http.BodyEnd.Malformed,
        AnswerStage.LimitReached => Http.BodyEnd.LimitReached,
        AnswerStage.Body when End.End == ConnectionEnd.TimedOut
            => wire.IsOutOfTime ? Http.BodyEnd.OutOfTime : Http.BodyEnd.Stalled,
        AnswerStage.Body when End.End == ConnectionEnd.PeerClosed && answer.Framing.Kind == BodyKind.UntilClose
            => Http.BodyEnd.UntilClose,
        AnswerStage.Body => Http.BodyEnd.CutShort,
    };

    /// <summary>The timings, with those of the connection's opening.</summary>
    public ExchangeTimings Timings(HttpConnection connection)
    {
        var asked = SentAt ?? TimeSpan.Zero;
        return new ExchangeTimings(
            connection.Connect,
            connection.Tls,
            SentAt,
            _firstByteAt - asked,
            _headAt - asked,
            _bodyAt - asked,
            wire.Elapsed);
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        answer.Feed(bytes);
        var now = wire.Elapsed;
        _firstByteAt ??= now;
        _headAt ??= answer.HasHead ? now : null;
        _bodyAt ??= answer.Stage == AnswerStage.Complete ? now : null;
    }

    private TimeSpan Patience() => answer.Stage == AnswerStage.Head
        ? limits.Headers - (wire.Elapsed - (SentAt ?? TimeSpan.Zero))
        : limits.BodyPause;

    // The write's own error says more than the end of the stream that follows from it.
    private WireRead EndOf(WireRead read)
    {
        if (answer.Framing.Kind == BodyKind.UntilClose && answer.HasHead && read.End == ConnectionEnd.PeerClosed)
        {
            _bodyAt = wire.Elapsed;
        }

        return _sendEnd.End != ConnectionEnd.Open && read.End == ConnectionEnd.PeerClosed ? _sendEnd : read;
    }
}
