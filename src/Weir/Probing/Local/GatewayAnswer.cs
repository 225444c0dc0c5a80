namespace Weir.Probing.Local;

/// <summary>Whether a gateway answers.</summary>
public enum GatewayAnswer
{
    /// <summary>It was not asked, or its silence says nothing: a router need not answer in IP.</summary>
    NotChecked,

    /// <summary>It answered in TCP or ICMP, or to ARP.</summary>
    Yes,

    /// <summary>Nobody answers to its address on the link.</summary>
    No,
}
