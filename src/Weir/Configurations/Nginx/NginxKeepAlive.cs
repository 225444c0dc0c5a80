namespace Weir.Configurations.Nginx;

/// <summary>Decides whether connections to an upstream are used again: up to three directives must agree.</summary>
internal static class NginxKeepAlive
{
    /// <summary>The version of HTTP that is spoken; null for other protocols, and when it hangs on an unknown version.
    /// </summary>
    public static string? HttpVersion(HopProtocol protocol, HopScope settings, NginxBuild build) => protocol switch
    {
        HopProtocol.Http or HopProtocol.Https => settings.Word("http_version")
            ?? build.Version?.IsAtLeast(NginxDefaults.KeepsConnections) switch
            {
                true => "1.1",
                false => "1.0",
                null => null,
            },
        HopProtocol.Grpc or HopProtocol.Grpcs => "2.0",
        HopProtocol.FastCgi or HopProtocol.Uwsgi or HopProtocol.Uwsgis or HopProtocol.Scgi
            or HopProtocol.Memcached => null,
    };

    /// <summary>Whether connections are used again, and what decides.</summary>
    public static HopKeepAlive Of(
        PassTarget target, HopScope settings, IReadOnlyList<HopHeader> headers, NginxTree tree)
    {
        if (target.Protocol is HopProtocol.Uwsgi or HopProtocol.Uwsgis or HopProtocol.Scgi)
        {
            return new(false, "The protocol has one request a connection.");
        }

        if (target.Target.Kind != TargetKind.Group)
        {
            return target.Target.Kind == TargetKind.Variable
                ? new(null, "The upstream is known only for a request.")
                : new(false, "Only connections to an upstream group are kept, and this is an address.");
        }

        var connections = tree.Group(target.Target.Text)?.KeepAlive.Connections;
        if (connections == 0)
        {
            return new(false, $"The group {target.Target.Text} keeps no connections (keepalive).");
        }

        var inGroup = connections is { } count
            ? new HopKeepAlive(true, $"The group keeps {count} idle connections a worker.")
            : new HopKeepAlive(null, "Groups keep connections without a directive only since nginx 1.29.7.");
        return target.Protocol switch
        {
            HopProtocol.Http or HopProtocol.Https => OfHttp(inGroup, settings, headers, tree.Build),
            HopProtocol.FastCgi when !settings.IsOn("keep_conn") => new(false, "fastcgi_keep_conn is off."),
            _ => inGroup,
        };
    }

    private static HopKeepAlive OfHttp(
        HopKeepAlive inGroup, HopScope settings, IReadOnlyList<HopHeader> headers, NginxBuild build)
    {
        var version = HttpVersion(HopProtocol.Http, settings, build);
        var written = headers.LastOrDefault(each => each.Name.Equals("Connection", StringComparison.OrdinalIgnoreCase));
        return (version, written?.Value) switch
        {
            ("1.0", _) => new(false, "HTTP/1.0 is spoken (proxy_http_version)."),
            (_, { } value) when value.Contains('$') => new(null, $"The Connection field is {value}."),
            (_, { } value) when value.Equals("close", StringComparison.OrdinalIgnoreCase)
                => new(false, "The Connection field is set to close."),
            (_, not null) => inGroup with { IsOn = version is null ? null : inGroup.IsOn },
            (_, null) when build.Version is { } known && !known.IsAtLeast(NginxDefaults.KeepsConnections)
                => new(false, "The Connection field is close, as it is not cleared by proxy_set_header."),
            (_, null) => inGroup with { IsOn = build.Version is null ? null : inGroup.IsOn },
        };
    }
}
