namespace Weir.Host.Firewall;

/// <summary>What a limiting rule counts.</summary>
public enum LimitKind
{
    /// <summary>Packets of everybody together (<c>limit</c>).</summary>
    Rate,

    /// <summary>Packets of each address or port (<c>hashlimit</c>, a meter of nft).</summary>
    RatePerSource,

    /// <summary>Connections open at a time (<c>connlimit</c>, <c>ct count</c>).</summary>
    Connections,

    /// <summary>How often an address came lately (<c>recent</c>).</summary>
    Recent,
}
