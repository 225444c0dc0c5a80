using System.Net;
using Weir.Configurations;
using Weir.Host.Sockets;

namespace Weir.Inside.Readings;

/// <summary>Where the application that a gateway looks for in vain may listen instead.</summary>
/// <param name="OtherPort">A program on another port of the same host; null where there is none.</param>
/// <param name="OtherAddress">A program on the same port of another host of this machine; null where there is
/// none.</param>
internal sealed record ElsewhereListening(string? OtherPort, string? OtherAddress)
{
    // Programs that are never the application behind a gateway, by the kernel's name of 15 characters.
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "sshd", "systemd", "systemd-resolve", "systemd-network", "postgres", "mysqld", "mariadbd", "redis-server",
        "memcached", "mongod", "dnsmasq", "named", "unbound", "cupsd", "chronyd", "dockerd", "containerd",
        "docker-proxy", "master", "exim4", "rpcbind", "nginx", "haproxy", "apache2", "httpd", "caddy", "envoy",
        "prometheus", "node_exporter", "slapd", "smbd", "vsftpd",
    };

    /// <summary>Looks for it around an end at which nothing listens.</summary>
    public static ElsewhereListening Of(InsideView view, Machine machine, HopEnd end)
    {
        var endpoint = end.Endpoint!;
        var space = view.SpaceOf(end)!;
        var known = Known(view.Gateway?.Configuration?.Model).ToHashSet();
        var port = machine.ListenersIn(space)
            .Where(row => row.Backlog.Local.Port != endpoint.Port && !known.Contains(row.Backlog.Local.Port))
            .FirstOrDefault(IsApplication);

        // A container looks for its neighbour at its own loopback. Any other address is meant as it is written.
        var address = IPAddress.IsLoopback(endpoint.Address)
            ? machine.Listeners.Rows.FirstOrDefault(row => row.Space != space.Number
                && row.Backlog.Local.Port == endpoint.Port && IsApplication(row))
            : null;
        return new(Words(port), Words(address));
    }

    private static bool IsApplication(OwnedListener row)
        => row.Owners.Count > 0 && !row.Owners.Any(owner => Others.Contains(owner.Name));

    private static string? Words(OwnedListener? row)
        => row is null ? null
            : $"{row.Owners[0].Name} (process {row.Owners[0].Id}, at {row.Backlog.Local})";

    // Ports that other routes of the gateway lead to have their own application.
    private static IEnumerable<int> Known(GatewayModel? model)
        => model is null ? []
            : model.Groups.SelectMany(group => group.Servers).Select(server => server.Port)
                .Concat(model.Sites.SelectMany(site => site.Routes.Append(site.Fallback)).SelectMany(PortsOf))
                .OfType<int>();

    private static IEnumerable<int?> PortsOf(Route route)
        => route.Routes.SelectMany(PortsOf)
            .Append(route.Action is PassAction pass ? pass.Hop.Target.Port : null);
}
