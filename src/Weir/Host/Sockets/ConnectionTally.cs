using System.Net;

namespace Weir.Host.Sockets;

/// <summary>Adds sockets up for the endpoints that somebody asked for, in memory that only these decide.</summary>
internal sealed class ConnectionTally(IEnumerable<IPEndPoint> remotes, IEnumerable<int> ports)
{
    private readonly Dictionary<IPEndPoint, Sum> _remotes = remotes.Select(Plain).Distinct()
        .ToDictionary(remote => remote, _ => new Sum());

    private readonly Dictionary<int, Sum> _ports = ports.Distinct().ToDictionary(port => port, _ => new Sum());

    public void Add(TcpRow row)
    {
        if (row.Listens)
        {
            return;
        }

        if (_remotes.TryGetValue(Plain(row.Remote), out var remote))
        {
            remote.Add(row);
        }

        if (_ports.TryGetValue(row.Local.Port, out var port))
        {
            port.Add(row);
        }
    }

    public ConnectionCensus Result() => new(
        [.. _remotes.Select(pair => pair.Value.Of(pair.Key))],
        [.. _ports.Select(pair => pair.Value.Of(new IPEndPoint(IPAddress.IPv6Any, pair.Key)))]);

    private static IPEndPoint Plain(IPEndPoint endpoint)
        => endpoint.Address.IsIPv4MappedToIPv6 ? new(endpoint.Address.MapToIPv4(), endpoint.Port) : endpoint;

    private sealed class Sum
    {
        private readonly Dictionary<TcpState, int> _byState = [];
        private readonly Dictionary<IPAddress, int> _byAddress = [];
        private int _unread;
        private int _unacknowledged;

        public void Add(TcpRow row)
        {
            var state = (TcpState)row.State;
            if (!Enum.IsDefined(state))
            {
                return; // A state of a later kernel, of which nobody can say what it means.
            }

            _byState[state] = _byState.GetValueOrDefault(state) + 1;
            _byAddress[row.Local.Address] = _byAddress.GetValueOrDefault(row.Local.Address) + 1;
            _unread += state == TcpState.Established && row.ReceiveQueue > 0 ? 1 : 0;
            _unacknowledged += state == TcpState.Established && row.SendQueue > 0 ? 1 : 0;
        }

        public ConnectionCount Of(IPEndPoint endpoint)
            => new(endpoint, _byState, _unread, _unacknowledged, _byAddress.Values.DefaultIfEmpty().Max());
    }
}
