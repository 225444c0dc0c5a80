using Weir.Http1;

namespace Weir.Probing.Http;

/// <summary>Reads one answer from pieces of bytes: interim heads, head, body. Knows no clock and no socket.</summary>
internal sealed class AnswerReader(bool answersHead, ExchangeLimits limits)
{
    // Interim heads before one answer: 100 and a few 103 are usual; an endless row would be read for ever.
    private const int MaxInterim = 32;

    // Enough of a stranger's first bytes for its name, and for a person to look at.
    private const int MaxFirstBytes = 256;

    private readonly ChunkedDecoder _chunks = new(HeadLimits.Trailers, strict: false);
    private readonly List<int> _interim = [];
    private long _left;

    /// <summary>What the next bytes belong to.</summary>
    public AnswerStage Stage { get; private set; }

    /// <summary>The head; the final one once the stage has passed it.</summary>
    public ResponseHead Head { get; } = new(limits.Head);

    /// <summary>The chunked decoder, for its trailers and its problem.</summary>
    public ChunkedDecoder Chunks => _chunks;

    /// <summary>Status codes of interim heads.</summary>
    public IReadOnlyList<int> Interim => _interim;

    /// <summary>How the body ends; meaningful once the head was read.</summary>
    public BodyFraming Framing { get; private set; }

    /// <summary>Why the head or its framing was refused.</summary>
    public HeadProblem? HeadProblem { get; private set; }

    /// <summary>Where, from the start of the head.</summary>
    public int HeadProblemAt { get; private set; }

    /// <summary>The first bytes, whatever they are.</summary>
    public ByteKeeper First { get; } = new(MaxFirstBytes);

    /// <summary>The body without chunk lines.</summary>
    public ByteKeeper Body { get; } = new(BodyText.MaxCodedBytes);

    /// <summary>Whether more bytes arrived than the answer has.</summary>
    public bool HasExcess { get; private set; }

    /// <summary>Whether a complete final head was read and accepted.</summary>
    public bool HasHead => Stage is not (AnswerStage.Head or AnswerStage.HeadRefused);

    /// <summary>Whether bytes are still awaited.</summary>
    public bool WantsMore => Stage is AnswerStage.Head or AnswerStage.Body;

    /// <summary>Reads the bytes that follow.</summary>
    public void Feed(ReadOnlySpan<byte> bytes)
    {
        First.Add(bytes);
        while (!bytes.IsEmpty && WantsMore)
        {
            bytes = bytes[(Stage == AnswerStage.Head ? FeedHead(bytes) : FeedBody(bytes))..];
        }

        HasExcess |= !bytes.IsEmpty && Stage == AnswerStage.Complete;
    }

    private int FeedHead(ReadOnlySpan<byte> bytes)
    {
        switch (Head.Feed(bytes, out var consumed))
        {
            case HeadStatus.Refused:
                Refuse(Head.Problem, Head.ProblemAt);
                break;
            case HeadStatus.Complete when Head.IsInterim:
                AcceptInterim();
                break;
            case HeadStatus.Complete:
                AcceptHead();
                break;
            case HeadStatus.Partial:
                break;
        }

        return consumed;
    }

    private void AcceptInterim()
    {
        if (Head.Code == 101)
        {
            Refuse(Http1.HeadProblem.UnexpectedUpgrade, 0);
        }
        else if (_interim.Count == MaxInterim)
        {
            Refuse(Http1.HeadProblem.TooManyInterim, 0);
        }
        else
        {
            _interim.Add(Head.Code);
            Head.Reset();
        }
    }

    private void AcceptHead()
    {
        Framing = BodyFraming.OfResponse(Head, answersHead);
        if (Framing.Problem is { } problem)
        {
            Refuse(problem, Framing.ProblemAt);
            return;
        }

        _left = Framing.Length;
        Stage = Framing.Kind == BodyKind.None || Framing is { Kind: BodyKind.Length, Length: 0 }
            ? AnswerStage.Complete
            : AnswerStage.Body;
    }

    private void Refuse(HeadProblem? problem, int position)
        => (Stage, HeadProblem, HeadProblemAt) = (AnswerStage.HeadRefused, problem, position);

    private int FeedBody(ReadOnlySpan<byte> bytes)
    {
        var consumed = Framing.Kind == BodyKind.Chunked ? FeedChunks(bytes) : FeedPlain(bytes);
        if (Stage == AnswerStage.Body && Body.Count >= limits.BodyBytes)
        {
            Stage = AnswerStage.LimitReached;
        }

        return consumed;
    }

    private int FeedPlain(ReadOnlySpan<byte> bytes)
    {
        if (Framing.Kind == BodyKind.UntilClose)
        {
            Body.Add(bytes);
            return bytes.Length;
        }

        var taken = (int)Math.Min(_left, bytes.Length);
        Body.Add(bytes[..taken]);
        _left -= taken;
        if (_left == 0)
        {
            Stage = AnswerStage.Complete;
        }

        return taken;
    }

    private int FeedChunks(ReadOnlySpan<byte> bytes)
    {
        var status = _chunks.Read(bytes, out var consumed, out var data);
        Body.Add(data);
        Stage = status switch
        {
            ChunkStatus.Partial or ChunkStatus.Data => Stage,
            ChunkStatus.Complete => AnswerStage.Complete,
            ChunkStatus.Refused => AnswerStage.BodyRefused,
        };
        return consumed;
    }
}
