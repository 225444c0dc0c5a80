using Weir.Inside.Checks;

namespace Weir.Inside;

/// <summary>The parameters of a request by FastCGI and its kin (RFC 3875 section 4.1), as nginx's package sets
/// them.</summary>
internal static class CgiParameters
{
    public static IEnumerable<KeyValuePair<string, string>> Of(GatewaySeen gateway, string target)
    {
        var (choice, hop) = (gateway.Choice!, gateway.Hop!);
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        var path = mark < 0 ? target : target[..mark];
        Dictionary<string, string> usual = new(StringComparer.Ordinal)
        {
            ["REQUEST_METHOD"] = "GET",
            ["REQUEST_URI"] = gateway.Target.PathAndQuery,
            ["QUERY_STRING"] = mark < 0 ? "" : target[(mark + 1)..],
            ["SCRIPT_NAME"] = path,
            ["DOCUMENT_URI"] = path,
            ["SERVER_PROTOCOL"] = "HTTP/1.1",
            ["GATEWAY_INTERFACE"] = "CGI/1.1",
            ["REQUEST_SCHEME"] = gateway.Target.Scheme,
            ["REMOTE_ADDR"] = "127.0.0.1",
            ["SERVER_NAME"] = gateway.Target.Host,
            ["SERVER_PORT"] = gateway.Endpoint.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["HTTP_HOST"] = gateway.Target.Authority,
            ["HTTP_USER_AGENT"] = "Weir/0.1",
        };
        if (choice.ScriptFile is { } script)
        {
            usual["SCRIPT_FILENAME"] = script;
        }

        foreach (var set in hop.Headers.Where(each => !each.Value.Contains('$') && !usual.ContainsKey(each.Name)))
        {
            usual[set.Name] = set.Value;
        }

        return usual;
    }
}
