namespace Weir.Probing.Dns;

/// <summary>Who a name server is to the diagnosis.</summary>
public enum NameServerRole
{
    /// <summary>A resolver that this machine is configured to use.</summary>
    System,

    /// <summary>A resolver that the user or a gateway's configuration named.</summary>
    Named,

    /// <summary>A resolver that is open to everybody.</summary>
    Public,

    /// <summary>A server of the zone itself.</summary>
    Authoritative,
}
