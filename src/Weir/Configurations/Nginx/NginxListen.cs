namespace Weir.Configurations.Nginx;

/// <summary>One address of a <c>listen</c> directive with its parameters.</summary>
internal sealed record NginxListen(ListenAddress Address, IReadOnlyList<string> Parameters, SourceLine At)
{
    /// <summary>Ports of one range; a larger one is no site.</summary>
    private const int MaxRange = 1024;

    /// <summary>Its site answers for names that no site has.</summary>
    public bool IsDefault => Parameters.Contains("default_server") || Parameters.Contains("default");

    /// <summary>It speaks TLS.</summary>
    public bool Tls => Parameters.Contains("ssl") || Quic;

    /// <summary>It is a UDP port for HTTP/3.</summary>
    public bool Quic => Parameters.Contains("quic");

    /// <summary>It expects a PROXY header.</summary>
    public bool ProxyProtocol => Parameters.Contains("proxy_protocol");

    /// <summary>An IPv6 wildcard that takes IPv4 too; off since 1.3.4 unless asked for.</summary>
    public bool TakesIpv4 => Address.Host == "::" && Parameters.Contains("ipv6only=off");

    /// <summary>Its accept queue; null for the default (511).</summary>
    public int? Backlog => NginxValue.Parameter(Parameters, "backlog") is { } text ? NginxValue.Count(text) : null;

    /// <summary>A server without a <c>listen</c>: port 80, as started by root.</summary>
    public static NginxListen Default(SourceLine at) => new(new("0.0.0.0", 80), [], at);

    /// <summary>The addresses of a directive; more than one for a range of ports.</summary>
    public static IReadOnlyList<NginxListen> Parse(NginxDirective listen, ReadBudget budget)
    {
        var text = listen.First;
        var parameters = listen.Arguments.Skip(1).ToList();
        if (text.StartsWith("unix:", StringComparison.Ordinal))
        {
            return [new(new("", 0, text["unix:".Length..]), parameters, listen.At)];
        }

        var (host, port) = NginxAddress.Split(text, bareNumberIsPort: true);
        if (Ports(port ?? "80") is not var (first, last) || host.Length == 0)
        {
            budget.Report(ProblemKind.Value, $"invalid port in \"{text}\" of the \"listen\" directive", listen.At);
            return [];
        }

        return [.. Enumerable.Range(first, last - first + 1)
            .Select(each => new NginxListen(new(host, each), parameters, listen.At))];
    }

    private static (int First, int Last)? Ports(string text)
    {
        var ends = text.Split('-', 2);
        return NginxValue.Count(ends[0]) is { } first and > 0 and <= 65535
            && NginxValue.Count(ends[^1]) is { } last and <= 65535
            && last >= first && last - first < MaxRange
                ? (first, last)
                : null;
    }
}
