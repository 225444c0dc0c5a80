namespace Weir.Probing.Dns;

/// <summary>What carries a question.</summary>
public enum DnsTransport
{
    /// <summary>Datagrams (RFC 1035 section 4.2.1).</summary>
    Udp,

    /// <summary>A TCP connection (RFC 7766).</summary>
    Tcp,
}
