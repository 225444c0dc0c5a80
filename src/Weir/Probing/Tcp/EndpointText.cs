using System.Net;
using System.Net.Sockets;

namespace Weir.Probing.Tcp;

/// <summary>
/// The spelling of endpoints in reports: <c>10.0.0.12:8080</c>, <c>[fd00::2]:80</c>, <c>unix:/run/app.sock</c>.
/// </summary>
public static class EndpointText
{
    /// <summary>The spelling of <paramref name="endpoint"/>.</summary>
    public static string Of(EndPoint endpoint) => endpoint switch
    {
        UnixDomainSocketEndPoint path => $"unix:{path}",
        DnsEndPoint name => $"{name.Host}:{name.Port}",
        _ => endpoint.ToString() ?? "",
    };
}
