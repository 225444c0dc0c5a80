using System.Net;

namespace Weir.Probing.Dns;

/// <summary>A name server that can be asked.</summary>
/// <param name="EndPoint">Its address and port.</param>
/// <param name="Role">Who it is.</param>
/// <param name="Label">What people call it: a company, a host name, a file that names it.</param>
public sealed record NameServer(IPEndPoint EndPoint, NameServerRole Role, string Label)
{
    /// <summary>The port of the name service (RFC 1035 section 4.2).</summary>
    public const int DefaultPort = 53;

    /// <summary>For people: <c>Quad9 (9.9.9.9:53)</c>.</summary>
    public override string ToString() => $"{Label} ({EndPoint})";
}
