namespace Weir.Diagnosis;

/// <summary>The seat that observed something; its kebab spelling stands in JSON.</summary>
public enum Source
{
    /// <summary>A probe sent by this command.</summary>
    Probe,

    /// <summary>A line that a gateway or an application wrote.</summary>
    Log,

    /// <summary>A configuration that was read.</summary>
    Config,

    /// <summary>The machine: sockets, processes, counters, firewall.</summary>
    Host,

    /// <summary>A gateway's own word: its error page, its Proxy-Status, Weir's record of an attempt.</summary>
    Gateway,

    /// <summary>The visitor's own side.</summary>
    Visitor,

    /// <summary>Another place that looked at the same site.</summary>
    Vantage,
}
