namespace Weir.Knowledge;

/// <summary>Where each gateway writes why it answered with an error.</summary>
public static class GatewayLogs
{
    /// <summary>The look that names the failure behind a gateway's error, for its administrator.</summary>
    public static string WhereToLook(string? software) => "What does the gateway's own log say of this error? "
        + (software?.ToLowerInvariant() switch
        {
            "nginx" or "openresty" => "tail -n 50 /var/log/nginx/error.log",
            "apache" => "tail -n 50 /var/log/apache2/error.log (or /var/log/httpd/error_log)",
            "haproxy" => "journalctl -u haproxy -n 50: the two letters after the byte count name who ended it and when",
            "caddy" => "journalctl -u caddy -n 50",
            "envoy" or "istio" => "the access log's %RESPONSE_FLAGS% and %RESPONSE_CODE_DETAILS%",
            "traefik" => "the log at level DEBUG, where Traefik writes the cause",
            "varnish" => "varnishlog -g request -q 'BerespStatus >= 500 or FetchError'",
            _ => "run weir diagnose {site} on the gateway's own host, or read its error log",
        });
}
