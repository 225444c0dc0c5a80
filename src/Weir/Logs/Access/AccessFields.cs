using System.Collections.Frozen;

namespace Weir.Logs.Access;

/// <summary>How formats name the fields.</summary>
internal static class AccessFields
{
    /// <summary>How many there are: the length of a table of fields.</summary>
    public static readonly int Count = Enum.GetValues<AccessField>().Length;

    // nginx's variables (ngx_http_variables.c, ngx_http_upstream.c), then the names that people give them in JSON and
    // in name=value lists.
    private static readonly FrozenDictionary<string, AccessField> ByName = new Dictionary<string, AccessField>(
        StringComparer.OrdinalIgnoreCase)
    {
        ["time_local"] = AccessField.Time,
        ["time_iso8601"] = AccessField.Time,
        ["msec"] = AccessField.Time,
        ["remote_addr"] = AccessField.Client,
        ["request"] = AccessField.Request,
        ["request_method"] = AccessField.Method,
        ["request_uri"] = AccessField.Target,
        ["uri"] = AccessField.Target,
        ["server_protocol"] = AccessField.Protocol,
        ["status"] = AccessField.Status,
        ["body_bytes_sent"] = AccessField.BytesSent,
        ["bytes_sent"] = AccessField.BytesSent,
        ["http_referer"] = AccessField.Referrer,
        ["http_user_agent"] = AccessField.UserAgent,
        ["http_x_forwarded_for"] = AccessField.ForwardedFor,
        ["host"] = AccessField.Host,
        ["http_host"] = AccessField.Host,
        ["server_name"] = AccessField.Server,
        ["request_time"] = AccessField.RequestTime,
        ["request_id"] = AccessField.RequestId,
        ["req_id"] = AccessField.RequestId,
        ["connection"] = AccessField.Connection,
        ["connection_requests"] = AccessField.ConnectionRequests,
        ["proxy_upstream_name"] = AccessField.Group,
        ["upstream_addr"] = AccessField.UpstreamAddress,
        ["upstream_status"] = AccessField.UpstreamStatus,
        ["upstream_connect_time"] = AccessField.UpstreamConnectTime,
        ["upstream_header_time"] = AccessField.UpstreamHeaderTime,
        ["upstream_response_time"] = AccessField.UpstreamResponseTime,
        ["upstream_bytes_received"] = AccessField.UpstreamBytesReceived,

        ["@timestamp"] = AccessField.Time,
        ["timestamp"] = AccessField.Time,
        ["time"] = AccessField.Time,
        ["ts"] = AccessField.Time,
        ["client"] = AccessField.Client,
        ["client_ip"] = AccessField.Client,
        ["remote_ip"] = AccessField.Client,
        ["method"] = AccessField.Method,
        ["path"] = AccessField.Target,
        ["url"] = AccessField.Target,
        ["protocol"] = AccessField.Protocol,
        ["code"] = AccessField.Status,
        ["size"] = AccessField.BytesSent,
        ["referer"] = AccessField.Referrer,
        ["referrer"] = AccessField.Referrer,
        ["user_agent"] = AccessField.UserAgent,
        ["x_forwarded_for"] = AccessField.ForwardedFor,
        ["vhost"] = AccessField.Host,
        ["sn"] = AccessField.Server,
        ["rt"] = AccessField.RequestTime,
        ["duration"] = AccessField.RequestTime,
        ["responsetime"] = AccessField.RequestTime,
        ["upstream"] = AccessField.UpstreamAddress,
        ["upstreamhost"] = AccessField.UpstreamAddress,
        ["uaddr"] = AccessField.UpstreamAddress,
        ["us"] = AccessField.UpstreamStatus,
        ["ustatus"] = AccessField.UpstreamStatus,
        ["uct"] = AccessField.UpstreamConnectTime,
        ["uht"] = AccessField.UpstreamHeaderTime,
        ["urt"] = AccessField.UpstreamResponseTime,
        ["ut"] = AccessField.UpstreamResponseTime,
        ["upstreamtime"] = AccessField.UpstreamResponseTime,
        ["upstream_time"] = AccessField.UpstreamResponseTime,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, AccessField>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    private const int LongestName = 32;

    /// <summary>The field of a name, as written in a log; null where it is none that matters.</summary>
    public static AccessField? Named(ReadOnlySpan<byte> name)
    {
        Span<char> letters = stackalloc char[LongestName];
        if (name.Length > LongestName)
        {
            return null;
        }

        System.Text.Encoding.Latin1.GetChars(name, letters);
        return BySpan.TryGetValue(letters[..name.Length], out var field) ? field : null;
    }
}
