using System.Collections.Immutable;
using Weir.Logs.Access;

namespace Weir.Logs.Recent;

/// <summary>A line of the access log that matters: an error, or a request of which the error log speaks.</summary>
internal sealed record AccessEntry
{
    public required DateTimeOffset At { get; init; }
    public required int Status { get; init; }
    public required RequestKey Key { get; init; }
    public required double? Seconds { get; init; }
    public required long? Connection { get; init; }
    public required string Host { get; init; }
    public required ImmutableArray<UpstreamTry> Tries { get; init; }

    /// <summary>Whether the format has the address, and with it a dash where no server was asked.</summary>
    public required bool TellsUpstream { get; init; }

    /// <summary>Whether the format has the time of the head, which tells who made the error.</summary>
    public required bool TellsHead { get; init; }

    public required string Line { get; init; }

    public bool IsError => Status is >= 500 or NoHttp;

    /// <summary>nginx's status of an answer that was not HTTP, passed on as HTTP/0.9.</summary>
    public const int NoHttp = 9;

    public static AccessEntry Of(AccessLine line, DateTimeOffset at, string text) => new()
    {
        At = at,
        Status = line.Status,
        Key = RequestKey.Of(line.Text(AccessField.Client), line.RequestLine()),
        Seconds = line.Seconds,
        Connection = (long?)AccessLine.Number(line[AccessField.Connection]),
        Host = line.Text(AccessField.Host),
        Tries = UpstreamTry.Of(line),
        TellsUpstream = !line.Raw(AccessField.UpstreamAddress).IsEmpty,
        TellsHead = !line.Raw(AccessField.UpstreamHeaderTime).IsEmpty,
        Line = text,
    };
}
