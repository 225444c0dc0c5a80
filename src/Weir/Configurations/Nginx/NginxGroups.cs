namespace Weir.Configurations.Nginx;

/// <summary>Reads <c>upstream</c> blocks.</summary>
internal static class NginxGroups
{
    // Without one of these it is round robin.
    private static readonly string[] Methods =
        ["least_conn", "ip_hash", "hash", "random", "least_time", "sticky", "fair"];

    /// <summary>The groups of a configuration, in order.</summary>
    public static IReadOnlyList<UpstreamGroup> Read(NginxScope http, NginxBuild build, ReadBudget budget)
        => [.. http.Own("upstream").Where(each => each.Block is not null)
            .Select(each => Group(each, new(each.Block!, http), build, budget))];

    private static UpstreamGroup Group(NginxDirective upstream, NginxScope scope, NginxBuild build, ReadBudget budget)
    {
        var servers = scope.Own("server").Select(each => Server(each, budget)).OfType<UpstreamServer>().ToList();
        if (servers.Count == 0)
        {
            budget.Report(ProblemKind.Value, $"no servers are inside upstream \"{upstream.First}\"", upstream.At);
        }

        var method = scope.Directives.LastOrDefault(each => Methods.Contains(each.Name));
        var keepsByDefault = build.Version?.IsAtLeast(NginxDefaults.KeepsConnections);
        var requests = build.Version is { } version && version < NginxDefaults.ManyRequests
            ? NginxDefaults.KeptRequestsBefore
            : NginxDefaults.KeptRequests;
        var keepAlive = new GroupKeepAlive(
            scope.OwnLast("keepalive") is { } kept ? NginxValue.Count(kept.First)
                : keepsByDefault is null ? null : keepsByDefault == true ? NginxDefaults.KeptConnections : 0,
            Time(scope, "keepalive_timeout") ?? NginxDefaults.KeptIdle,
            scope.OwnLast("keepalive_requests") is { } limit ? NginxValue.Number(limit.First) ?? requests : requests,
            Time(scope, "keepalive_time")
                ?? (build.Version < NginxDefaults.ManyRequests ? null : NginxDefaults.KeptAge));
        return new(
            upstream.First, servers, keepAlive, scope.OwnLast("zone")?.First, method?.ToString() ?? "round_robin",
            upstream.At);
    }

    private static TimeSpan? Time(NginxScope scope, string name)
        => scope.OwnLast(name) is { } directive ? NginxValue.Time(directive.First) : null;

    private static UpstreamServer? Server(NginxDirective server, ReadBudget budget)
    {
        var parameters = server.Arguments.Skip(1).ToList();
        var path = server.First.StartsWith("unix:", StringComparison.Ordinal) ? server.First["unix:".Length..] : null;
        var (host, port) = path is null ? NginxAddress.Split(server.First) : ("", null);
        var number = port is null ? 80 : NginxValue.Count(port);
        if (path is null && (host.Length == 0 || number is null or 0 or > 65535))
        {
            budget.Report(ProblemKind.Value, $"invalid address in upstream \"{server.First}\"", server.At);
            return null;
        }

        return new()
        {
            Text = server.First,
            Host = path is null ? host : null,
            Port = path is null ? number : null,
            UnixPath = path,
            Weight = Count(parameters, "weight") ?? 1,
            MaxFails = Count(parameters, "max_fails") ?? 1,
            FailTimeout = NginxValue.Parameter(parameters, "fail_timeout") is { } time
                ? NginxValue.Time(time) ?? NginxDefaults.FailTimeout
                : NginxDefaults.FailTimeout,
            MaxConnections = Count(parameters, "max_conns") is > 0 and var most ? most : null,
            IsBackup = parameters.Contains("backup"),
            IsDown = parameters.Contains("down"),
            IsResolvedAgain = parameters.Contains("resolve"),
            At = server.At,
        };
    }

    private static int? Count(List<string> parameters, string name)
        => NginxValue.Parameter(parameters, name) is { } text ? NginxValue.Count(text) : null;
}
