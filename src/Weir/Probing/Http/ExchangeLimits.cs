using Weir.Http1;

namespace Weir.Probing.Http;

/// <summary>How long a probe waits and how much it takes; every hostile answer ends at one of these.</summary>
public sealed record ExchangeLimits
{
    /// <summary>For probes: patient enough to see a slow site as slow, and done within a command's budget.</summary>
    public static ExchangeLimits Default { get; } = new();

    /// <summary>For writing the request. It fits into any socket buffer, so 5 s without room is an answer.</summary>
    public TimeSpan Send { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>From the request's end to the end of the answer's head; 10 s, since people leave before.</summary>
    public TimeSpan Headers { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest pause within a body; 5 s, far above what a working server pauses.</summary>
    public TimeSpan BodyPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The whole exchange, so that a byte a second cannot hold a probe; 15 s of the command's 20.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long to wait for more of what is not HTTP, to recognise it: one packet's time.</summary>
    public TimeSpan Recognise { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// 256 KiB and 10,000 fields: far beyond what gateways take, so that the real size of a head that they refuse is
    /// seen, and little enough to be held in memory.
    /// </summary>
    public HeadLimits Head { get; init; } = new(256 * 1024, 256 * 1024, 10_000);

    /// <summary>Content read at most, in bytes; 16 MiB hold any page, and no download is needed whole.</summary>
    public long BodyBytes { get; init; } = 16 * 1024 * 1024;
}
