namespace Weir.Logs.Access;

/// <summary>
/// Reads what is met most without being told the format: JSON, and combined (nginx's and Debian's default) with
/// nothing, with ingress-nginx's fields, or with <c>name=value</c> behind it.
/// </summary>
internal sealed class KnownFormat() : AccessFormat(LogEscape.Default)
{
    private static readonly PatternFormat Combined = new(
        "$remote_addr - $remote_user [$time_local] \"$request\" $status $body_bytes_sent \"$http_referer\" "
        + "\"$http_user_agent\"", LogEscape.Default);

    // docs: ingress-nginx, log-format-upstream.
    private static readonly PatternFormat IngressTail = new(
        " $request_length $request_time [$proxy_upstream_name] [$proxy_alternative_upstream_name] $upstream_addr "
        + "$upstream_response_length $upstream_response_time $upstream_status $req_id", LogEscape.Default);

    public override bool? Has(AccessField field) => null;

    public override bool TryRead(ReadOnlySpan<byte> line, Span<Range> fields)
    {
        fields.Clear();
        if (line is [(byte)'{', ..])
        {
            return TryReadJson(line, fields);
        }

        if (!Combined.TryRead(line, 0, fields, out var end))
        {
            return false;
        }

        var isIngress = line[end..].IndexOf("] ["u8) > 0;
        if (end == line.Length || (isIngress && IngressTail.TryRead(line, end, fields, out _)))
        {
            return true;
        }

        NamedTail.Read(line, end, fields);
        return true;
    }

    private static bool TryReadJson(ReadOnlySpan<byte> line, Span<Range> fields)
    {
        var scan = new Lines.JsonScan(line);
        while (scan.MoveNext())
        {
            if (AccessFields.Named(scan.Key) is { } field && fields[(int)field].Equals(default))
            {
                fields[(int)field] = scan.ValueRange;
            }
        }

        return true;
    }
}
