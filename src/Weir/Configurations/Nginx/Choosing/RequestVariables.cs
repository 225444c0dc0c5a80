namespace Weir.Configurations.Nginx.Choosing;

/// <summary>Variables that the request and the server tell.</summary>
internal static class RequestVariables
{
    /// <summary>The value; null when only the running gateway knows it.</summary>
    public static string? Value(string name, Visit visit) => name switch
    {
        "uri" or "document_uri" => visit.Uri,
        "request_uri" => visit.Request.Target,
        "args" or "query_string" => visit.Query,
        "is_args" => visit.Query.Length > 0 ? "?" : "",
        "host" => visit.Host.Length > 0 ? visit.Host : ServerName(visit),
        "http_host" => visit.Request.Host ?? "",
        "server_name" => ServerName(visit),
        "server_port" => visit.Request.Listener.Port.ToString(),
        "server_addr" => visit.Request.Listener.Address.ToString(),
        "server_protocol" => "HTTP/1.1",
        "scheme" => visit.Tls ? "https" : "http",
        "https" => visit.Tls ? "on" : "",
        "request_method" => visit.Request.Method,
        "request" => $"{visit.Request.Method} {visit.Request.Target} HTTP/1.1",
        "proxy_host" => visit.ProxyHost,
        "nginx_version" => visit.Tree.Build.Version?.ToString(),
        "fastcgi_script_name" => FastCgiScript.Name(visit),
        "fastcgi_path_info" => FastCgiScript.PathInfo(visit),
        _ when name.StartsWith("arg_", StringComparison.Ordinal) => Argument(name["arg_".Length..], visit.Query),
        _ when name.StartsWith("http_", StringComparison.Ordinal) => Field(name["http_".Length..], visit.Request),
        _ when name.StartsWith("cookie_", StringComparison.Ordinal) => Cookie(name["cookie_".Length..], visit.Request),
        _ => null,
    };

    private static string ServerName(Visit visit) => visit.Server?.Names is [var first, ..]
        ? first.Name.Match switch
        {
            NameMatch.DomainAndBelow => first.Name.Text[1..],
            NameMatch.Regex => first.Written,
            NameMatch.Exact or NameMatch.LeadingWildcard or NameMatch.TrailingWildcard => first.Name.Text,
        }
        : "";

    private static string Argument(string name, string query)
        => query.Split('&').Select(pair => pair.Split('=', 2))
            .FirstOrDefault(pair => pair.Length == 2 && pair[0].Equals(name, StringComparison.OrdinalIgnoreCase))?[1]
            ?? "";

    private static string? Field(string name, GatewayRequest request)
        => request.Headers is not { } fields ? null
            : fields.FirstOrDefault(each => each.Key.Replace('-', '_').Equals(name, StringComparison.OrdinalIgnoreCase))
                .Value ?? "";

    private static string? Cookie(string name, GatewayRequest request)
        => Field("cookie", request)?.Split(';')
            .Select(pair => pair.Trim().Split('=', 2))
            .LastOrDefault(pair => pair.Length == 2 && pair[0].Equals(name, StringComparison.OrdinalIgnoreCase))?[1]
            ?? (request.Headers is null ? null : "");
}
