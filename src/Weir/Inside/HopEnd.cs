using System.Net;
using System.Net.Sockets;
using Weir.Probing.Readings;
using Weir.Probing.Tcp;

namespace Weir.Inside;

/// <summary>The far end of a hop behind the gateway: one member at one of its addresses.</summary>
/// <param name="Member">The member.</param>
/// <param name="Address">The address; null for a unix socket.</param>
public sealed record HopEnd(UpstreamMember Member, IPAddress? Address)
{
    /// <summary>The name of the hop, as the contract spells it.</summary>
    public string Hop => Hops.Behind(Member.Name);

    /// <summary>Address and port; null for a unix socket.</summary>
    public IPEndPoint? Endpoint => Address is { } address ? new IPEndPoint(address, Member.Port) : null;

    /// <summary>As reports spell it: <c>host:port</c>, <c>[v6]:port</c> or <c>unix:/path</c>.</summary>
    public string Name => Endpoint is { } endpoint ? EndpointText.Of(endpoint) : $"unix:{Member.UnixPath}";

    /// <summary>What is connected to, seen from here.</summary>
    public EndPoint OpenFrom(GatewayPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return Endpoint is { } endpoint ? endpoint : new UnixDomainSocketEndPoint(place.PathOf(Member.UnixPath!));
    }
}
