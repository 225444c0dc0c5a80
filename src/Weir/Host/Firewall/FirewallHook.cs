namespace Weir.Host.Firewall;

/// <summary>Where on a packet's way through the kernel a chain is called, in the order of that way.</summary>
public enum FirewallHook
{
    /// <summary>As it comes from the card.</summary>
    Ingress,

    /// <summary>Before it is decided where it goes.</summary>
    Prerouting,

    /// <summary>On its way to a program of this host.</summary>
    Input,

    /// <summary>On its way through this host.</summary>
    Forward,

    /// <summary>On its way out of a program of this host.</summary>
    Output,

    /// <summary>Before it leaves.</summary>
    Postrouting,
}
