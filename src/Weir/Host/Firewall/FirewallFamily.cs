namespace Weir.Host.Firewall;

/// <summary>The packets that a chain sees.</summary>
public enum FirewallFamily
{
    /// <summary>IPv4: <c>iptables</c>, or <c>ip</c> of nft.</summary>
    V4,

    /// <summary>IPv6: <c>ip6tables</c>, or <c>ip6</c> of nft.</summary>
    V6,

    /// <summary>Both: <c>inet</c> and <c>netdev</c> of nft.</summary>
    Both,
}
