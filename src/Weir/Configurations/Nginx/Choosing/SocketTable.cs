namespace Weir.Configurations.Nginx.Choosing;

/// <summary>The servers on one socket.</summary>
internal sealed class SocketTable
{
    private readonly HostTable<Named> _names = new();
    private readonly List<Named> _expressions = [];
    private readonly ServerBlock _default;

    /// <summary>Sorts the names of the servers that share the socket.</summary>
    public SocketTable(IReadOnlyList<(ServerBlock Server, NginxListen Listen)> sharing)
    {
        _default = NginxSockets.DefaultOf(sharing);
        Address = sharing[0].Listen.Address;
        At = sharing[0].Listen.At;
        Tls = sharing.Any(each => each.Listen.Tls || each.Server.Outside.Scope.IsOn("ssl"));
        TakesIpv4 = sharing.Any(each => each.Listen.TakesIpv4);
        foreach (var named in sharing.Select(each => each.Server).Distinct()
            .SelectMany(server => server.Names.Select(name => new Named(server, name))))
        {
            _names.Add(named.Name.Name, named);
            if (named.Name.Regex is not null)
            {
                _expressions.Add(named);
            }
        }
    }

    /// <summary>The socket's address.</summary>
    public ListenAddress Address { get; }

    /// <summary>The first line that names it.</summary>
    public SourceLine At { get; }

    /// <summary>It speaks TLS.</summary>
    public bool Tls { get; }

    /// <summary>It takes IPv4 though its address is IPv6.</summary>
    public bool TakesIpv4 { get; }

    /// <summary>The server for a host in lower case, without its port; says why, and keeps the captures.</summary>
    public ServerBlock Choose(string host, Visit visit)
    {
        if (_names.Find(host) is { } named)
        {
            visit.Say($"server_name {named.Name.Written} takes the host \"{host}\"", named.Name.At);
            return named.Server;
        }

        foreach (var each in _expressions)
        {
            if (visit.Matches(each.Name.Regex!, host, each.Name.At))
            {
                visit.Say($"server_name {each.Name.Written} takes the host \"{host}\"", each.Name.At);
                return each.Server;
            }
        }

        visit.Say($"no server_name is \"{host}\": the default server of {Address} answers", _default.At);
        return _default;
    }

    private sealed record Named(ServerBlock Server, NginxServerName Name);
}
