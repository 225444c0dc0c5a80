namespace Weir.Configurations.Nginx;

/// <summary>Reads the way to an upstream with every setting in force there.</summary>
internal static class NginxHops
{
    /// <summary>The directives that pass a request on.</summary>
    public static readonly IReadOnlyList<string> Directives =
        ["proxy_pass", "fastcgi_pass", "uwsgi_pass", "scgi_pass", "grpc_pass", "memcached_pass"];

    /// <summary>The hop that a directive makes, with what is in force in a scope.</summary>
    public static UpstreamHop Read(NginxDirective pass, NginxScope scope, NginxTree tree)
    {
        var target = PassTarget.Parse(pass.Name, pass.First, tree);
        var settings = new HopScope(pass.Name[..^"pass".Length], scope, tree.Budget);
        var headers = Headers(settings);
        return new()
        {
            Protocol = target.Protocol,
            Target = target.Target,
            Text = pass.First,
            Uri = target.Uri,
            Variables = NginxValue.Variables(pass.First),
            Timeouts = new(
                settings.Time("connect_timeout"), settings.Time("send_timeout"), settings.Time("read_timeout")),
            Retry = Retry(settings),
            Buffers = Buffers(settings, target.Protocol, tree.Build.PageBytes),
            HttpVersion = NginxKeepAlive.HttpVersion(target.Protocol, settings, tree.Build),
            Headers = headers,
            Host = Host(target, headers),
            Tls = target.Protocol is HopProtocol.Https or HopProtocol.Grpcs or HopProtocol.Uwsgis
                ? Tls(settings, target, tree.Build.ConfigurationFolder)
                : null,
            KeepAlive = NginxKeepAlive.Of(target, settings, headers, tree),
            InterceptErrors = settings.IsOn("intercept_errors"),
            UsesStale = settings.Words("cache_use_stale").Where(word => word != "off").ToList(),
            Resolver = NginxResolver.Of(scope),
            At = pass.At,
        };
    }

    private static List<HopHeader> Headers(HopScope settings)
        => [.. settings.All("set_header").Concat(settings.All("param"))
            .Where(each => each.Arguments.Count >= 2)
            .Select(each => new HopHeader(each.First, each.Arguments[1], each.At))];

    private static string? Host(PassTarget target, List<HopHeader> headers)
    {
        var written = headers.LastOrDefault(each => each.Name.Equals("Host", StringComparison.OrdinalIgnoreCase));
        return target.Protocol switch
        {
            HopProtocol.Http or HopProtocol.Https or HopProtocol.Grpc or HopProtocol.Grpcs
                => written?.Value ?? (target.Target.Kind == TargetKind.Variable ? "$proxy_host" : target.ProxyHost),
            HopProtocol.FastCgi or HopProtocol.Uwsgi or HopProtocol.Uwsgis or HopProtocol.Scgi
                or HopProtocol.Memcached => null,
        };
    }

    private static HopRetry Retry(HopScope settings)
    {
        var words = settings.Words("next_upstream");
        return new(
            words.Contains("off") ? [] : words.Count > 0 ? words : NginxDefaults.NextUpstream,
            settings.Count("next_upstream_tries") is > 0 and var tries ? tries : null,
            settings.TimeOrNull("next_upstream_timeout") is { Ticks: > 0 } time ? time : null);
    }

    private static HopBuffers Buffers(HopScope settings, HopProtocol protocol, int pageBytes)
    {
        var hasBody = protocol is not (HopProtocol.Grpc or HopProtocol.Grpcs or HopProtocol.Memcached);
        return new(
            settings.Size("buffer_size") ?? pageBytes,
            hasBody ? settings.Buffers("buffers") ?? new BufferCount(NginxDefaults.BodyBuffers, pageBytes) : null,
            hasBody && settings.IsOn("buffering", otherwise: true),
            hasBody && settings.IsOn("request_buffering", otherwise: true));
    }

    private static HopTls Tls(HopScope settings, PassTarget target, string folder)
    {
        string? PathOf(string name) => settings.Word(name) is { Length: > 0 } path
            ? NginxPath.Absolute(path, folder)
            : null;
        return new(
            settings.IsOn("ssl_server_name"),
            settings.Word("ssl_name") ?? NginxAddress.Split(target.Authority).Host,
            settings.IsOn("ssl_verify"),
            PathOf("ssl_trusted_certificate"),
            PathOf("ssl_certificate") is { } certificate ? new(certificate, PathOf("ssl_certificate_key")) : null,
            settings.Words("ssl_protocols"));
    }
}
