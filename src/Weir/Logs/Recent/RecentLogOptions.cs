using System.Collections.Immutable;

namespace Weir.Logs.Recent;

/// <summary>Which logs of one gateway to read, and how far back.</summary>
public sealed record RecentLogOptions
{
    /// <summary>Enough for a quarter of an hour at 300 requests a second, and read in about a second.</summary>
    public const long DefaultBytes = 64L * 1024 * 1024;

    /// <summary>The error logs.</summary>
    public ImmutableArray<string> ErrorLogs { get; init; } = [];

    /// <summary>The access logs.</summary>
    public ImmutableArray<AccessLog> AccessLogs { get; init; } = [];

    /// <summary>The start of the window.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Its end.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>
    /// The zone of times without one. Where an access log is readable its offset is taken instead: nginx writes both in
    /// the same local time.
    /// </summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>
    /// Only the requests for this host, without its port, and lines that name none; empty for every host. A gateway
    /// often serves many sites.
    /// </summary>
    public string Host { get; init; } = "";

    /// <summary>How far the two lines of one request may lie apart: both are written to the second.</summary>
    public TimeSpan Slack { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The most that is read of each file with its neighbour, in bytes.</summary>
    public long Bytes { get; init; } = DefaultBytes;

    /// <summary>Whether a line with this Host header counts.</summary>
    internal bool Concerns(ReadOnlySpan<char> host)
    {
        var colon = host.LastIndexOf(':');
        var name = colon > host.LastIndexOf(']') ? host[..colon] : host;
        return Host.Length == 0 || name.IsEmpty || name.Equals(Host, StringComparison.OrdinalIgnoreCase);
    }
}
