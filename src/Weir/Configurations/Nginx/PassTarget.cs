namespace Weir.Configurations.Nginx;

/// <summary>The argument of a <c>…_pass</c> directive, taken apart.</summary>
/// <param name="Protocol">What is spoken; HTTP when the scheme is a variable.</param>
/// <param name="Target">With whom.</param>
/// <param name="Uri">The path behind the address; null when there is none. Only <c>proxy_pass</c> has one.</param>
/// <param name="Authority">The text between the scheme and the path: nginx's <c>$proxy_host</c>, but for the port.
/// </param>
internal sealed record PassTarget(HopProtocol Protocol, HopTarget Target, string? Uri, string Authority)
{
    /// <summary>What <c>$proxy_host</c> is: the address as written, without a port that is the default.</summary>
    public string ProxyHost => Target.Kind == TargetKind.Unix ? "localhost"
        : DefaultPort(Protocol) is { } port && Authority.EndsWith($":{port}", StringComparison.Ordinal)
            ? Authority[..^$":{port}".Length]
            : Authority;

    /// <summary>Takes an argument apart.</summary>
    /// <param name="directive">The directive's name, such as <c>proxy_pass</c>.</param>
    /// <param name="text">Its argument.</param>
    /// <param name="tree">Where groups are looked up.</param>
    public static PassTarget Parse(string directive, string text, NginxTree tree)
    {
        var (protocol, rest) = Scheme(directive, text);
        var (authority, uri) = directive == "proxy_pass" ? Cut(rest) : (rest, null);
        return new(protocol, TargetOf(authority, protocol, tree), uri, authority);
    }

    private static (HopProtocol Protocol, string Address) Scheme(string directive, string text)
    {
        (string Scheme, HopProtocol Protocol)[] schemes = directive switch
        {
            "proxy_pass" => [("http://", HopProtocol.Http), ("https://", HopProtocol.Https)],
            "grpc_pass" => [("grpc://", HopProtocol.Grpc), ("grpcs://", HopProtocol.Grpcs), ("", HopProtocol.Grpc)],
            "fastcgi_pass" => [("", HopProtocol.FastCgi)],
            "uwsgi_pass" =>
                [("uwsgi://", HopProtocol.Uwsgi), ("suwsgi://", HopProtocol.Uwsgis), ("", HopProtocol.Uwsgi)],
            "scgi_pass" => [("scgi://", HopProtocol.Scgi), ("", HopProtocol.Scgi)],
            _ => [("", HopProtocol.Memcached)],
        };
        foreach (var (scheme, protocol) in schemes)
        {
            if (text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return (protocol, text[scheme.Length..]);
            }
        }

        return (HopProtocol.Http, text); // a variable in the scheme's place, or no scheme, which nginx refuses
    }

    // The path of a unix socket ends at a colon: unix:/run/app.sock:/path.
    private static (string Authority, string? Uri) Cut(string rest)
    {
        if (rest.StartsWith("unix:", StringComparison.Ordinal))
        {
            var colon = rest.IndexOf(':', "unix:".Length);
            return colon < 0 ? (rest, null)
                : (rest[..colon], rest[(colon + 1)..] is { Length: > 0 } path ? path : null);
        }

        var start = rest.AsSpan().IndexOfAny('/', '?');
        return start < 0 ? (rest, null)
            : (rest[..start], rest[start..]);
    }

    private static HopTarget TargetOf(string authority, HopProtocol protocol, NginxTree tree)
    {
        if (authority.Contains('$'))
        {
            return new(TargetKind.Variable, authority);
        }

        if (authority.StartsWith("unix:", StringComparison.Ordinal))
        {
            return new(TargetKind.Unix, authority["unix:".Length..]);
        }

        if (tree.Group(authority) is { } group)
        {
            return new(TargetKind.Group, group.Name);
        }

        var (host, port) = NginxAddress.Split(authority);
        var number = port is null ? DefaultPort(protocol) : NginxValue.Count(port);
        return new(TargetKind.Address, port is null ? $"{authority}:{number}" : authority, host, number);
    }

    private static int? DefaultPort(HopProtocol protocol) => protocol switch
    {
        HopProtocol.Http or HopProtocol.Grpc => 80,
        HopProtocol.Https or HopProtocol.Grpcs => 443,
        HopProtocol.FastCgi or HopProtocol.Uwsgi or HopProtocol.Uwsgis or HopProtocol.Scgi
            or HopProtocol.Memcached => null,
    };
}
