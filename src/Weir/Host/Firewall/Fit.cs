namespace Weir.Host.Firewall;

/// <summary>Whether a rule fits a packet, as far as one can tell without sending it. In ascending order.</summary>
public enum Fit
{
    /// <summary>It does not.</summary>
    No,

    /// <summary>It depends on what is not known: a rate, a set, an interface, a mark.</summary>
    Perhaps,

    /// <summary>It does.</summary>
    Yes,
}
