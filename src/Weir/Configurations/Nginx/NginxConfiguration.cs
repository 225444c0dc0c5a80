using Weir.Configurations.Nginx.Choosing;

namespace Weir.Configurations.Nginx;

/// <summary>Reads the configuration of nginx.</summary>
public static class NginxConfiguration
{
    /// <summary>
    /// Reads the configuration with everything that it includes. Never throws: what cannot be read is a problem of the
    /// model, and the rest is used. Time and memory are bounded whatever the files hold.
    /// </summary>
    /// <param name="files">The files as nginx sees them.</param>
    /// <param name="build">What its build has compiled in; its version decides some defaults.</param>
    public static GatewayConfiguration Read(ConfigurationFiles files, NginxBuild build)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(build);
        var tree = NginxTree.Of(files, build);
        var logs = new NginxLogs(tree.Http, build);
        var routes = new NginxRoutes(tree, logs);
        foreach (var server in tree.Servers)
        {
            server.Site = SiteOf(server, routes, build);
        }

        var model = new GatewayModel
        {
            Software = "nginx",
            Version = build.Version?.ToString(),
            User = tree.Main.Value("user"),
            Files = tree.Read,
            Listeners = NginxSockets.Of(tree),
            Sites = [.. tree.Servers.Select(each => each.Site!)],
            Groups = tree.Groups,
            ErrorLogs = [.. Scopes(tree).Prepend(tree.Main).SelectMany(logs.Errors).Distinct()],
            AccessLogs = [.. Scopes(tree).SelectMany(logs.Access).Distinct()],
            Resolvers = [.. Scopes(tree).Prepend(tree.Http)
                .Select(NginxResolver.Of).OfType<ResolverSettings>().DistinctBy(each => each.At)],
            Limits = NginxLimits.Of(tree),
        };
        return new(model with { Problems = [.. tree.Budget.Problems] }, new RouteChooser(tree).Choose);
    }

    private static Site SiteOf(ServerBlock server, NginxRoutes routes, NginxBuild build)
    {
        var scope = server.Outside.Scope;
        return new()
        {
            Names = [.. server.Names.Select(each => each.Name)],
            Listens = [.. server.Listens.Select(each => each.Address).Distinct()],
            Certificates = Certificates(scope, build),
            Before = scope.OwnLast("return") is { } leave ? NginxActions.Leaves(leave) : null,
            Routes = [.. server.Outside.Locations.Select(routes.Of)],
            Fallback = routes.Of(server.Outside),
            At = server.At,
        };
    }

    // Several pairs, one a kind of key, stand in the same order.
    private static IReadOnlyList<TlsCertificate> Certificates(NginxScope scope, NginxBuild build)
    {
        var keys = scope.Nearest("ssl_certificate_key");
        return [.. scope.Nearest("ssl_certificate").Select((each, index) => new TlsCertificate(
            NginxPath.Absolute(each.First, build.ConfigurationFolder),
            index < keys.Count ? NginxPath.Absolute(keys[index].First, build.ConfigurationFolder) : null))];
    }

    // Where requests are served: a log that every server replaces is written by none.
    private static IEnumerable<NginxScope> Scopes(NginxTree tree)
        => tree.Servers.SelectMany(server => Inside(server.Outside));

    private static IEnumerable<NginxScope> Inside(NginxLocation location)
        => location.Locations.SelectMany(Inside).Prepend(location.Scope);
}
