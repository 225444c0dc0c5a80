namespace Weir.Configurations.Nginx;

/// <summary>Makes the listeners of the model: what the sites on a socket say together.</summary>
internal static class NginxSockets
{
    /// <summary>Every address once, in order.</summary>
    public static IReadOnlyList<Listener> Of(NginxTree tree)
        => [.. tree.Servers
            .SelectMany(server => server.Listens.Select(listen => (server, listen)))
            .GroupBy(each => each.listen.Address)
            .Select(group => Socket([.. group], tree.Budget))];

    /// <summary>The server that answers on a socket for names that none has: the marked one, else the first.</summary>
    public static ServerBlock DefaultOf(IReadOnlyList<(ServerBlock Server, NginxListen Listen)> sharing)
        => sharing.FirstOrDefault(each => each.Listen.IsDefault) is { Server: { } marked } ? marked : sharing[0].Server;

    private static Listener Socket(IReadOnlyList<(ServerBlock Server, NginxListen Listen)> sharing, ReadBudget budget)
    {
        var (address, at) = (sharing[0].Listen.Address, sharing[0].Listen.At);
        foreach (var again in sharing.Where(each => each.Listen.IsDefault).Skip(1))
        {
            budget.Report(ProblemKind.Value, $"a duplicate default server for {address}", again.Listen.At);
        }

        Conflicts(sharing, budget);
        var listens = sharing.Select(each => each.Listen).ToList();
        return new(
            address, sharing.Any(each => each.Listen.Tls || each.Server.Outside.Scope.IsOn("ssl")),
            listens.Any(each => each.Quic), listens.Any(each => each.ProxyProtocol),
            listens.Any(each => each.TakesIpv4), listens.Select(each => each.Backlog).FirstOrDefault(each => each > 0),
            DefaultOf(sharing).Site!, at);
    }

    // nginx warns, and the later site is never chosen by that name.
    private static void Conflicts(
        IReadOnlyList<(ServerBlock Server, NginxListen Listen)> sharing, ReadBudget budget)
    {
        var first = new Dictionary<SiteName, ServerBlock>();
        foreach (var (server, listen) in sharing)
        {
            foreach (var name in server.Names.Where(each => each.Regex is null))
            {
                if (!first.TryAdd(name.Name, server) && first[name.Name] != server)
                {
                    budget.Report(
                        ProblemKind.Ignored,
                        $"conflicting server name \"{name.Written}\" on {listen.Address}, ignored", name.At);
                }
            }
        }
    }
}
