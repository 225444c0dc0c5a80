using System.Net;
using System.Net.Sockets;

namespace Weir.Configurations.Nginx.Choosing;

/// <summary>Finds the socket that a connection came in by: its very address before the wildcards.</summary>
internal sealed class SocketChooser(NginxTree tree)
{
    private readonly IReadOnlyList<SocketTable> _sockets = [.. tree.Servers
        .SelectMany(server => server.Listens.Select(listen => (Server: server, Listen: listen)))
        .Where(each => !each.Listen.Quic)
        .GroupBy(each => each.Listen.Address)
        .Select(group => new SocketTable([.. group]))];

    /// <summary>The socket; null when nothing listens there.</summary>
    public SocketTable? Choose(IPEndPoint endpoint, Visit visit)
    {
        var address = endpoint.Address.IsIPv4MappedToIPv6 ? endpoint.Address.MapToIPv4() : endpoint.Address;
        var onPort = _sockets
            .Where(each => each.Address.UnixPath is null && each.Address.Port == endpoint.Port).ToList();
        var isV4 = address.AddressFamily == AddressFamily.InterNetwork;
        var found = onPort.Find(each => Is(each, address))
            ?? onPort.Find(each => each.Address.Host == (isV4 ? "0.0.0.0" : "::"))
            ?? onPort.Find(each => isV4 && each.TakesIpv4);
        if (found is not null)
        {
            visit.Say($"{found.Address} takes the connection to {endpoint}", found.At);
            return found;
        }

        if (onPort.Find(each => !IPAddress.TryParse(each.Address.Host, out _)) is { } byName)
        {
            visit.Guess($"{byName.Address} is a name that may mean {address}", byName.At);
            return byName;
        }

        visit.Say($"nothing listens on {endpoint}", null);
        return null;
    }

    private static bool Is(SocketTable socket, IPAddress address)
        => IPAddress.TryParse(socket.Address.Host, out var own)
            ? own.Equals(address)
            : socket.Address.Host == "localhost" && address.Equals(IPAddress.Loopback); // ::1 only on some machines
}
