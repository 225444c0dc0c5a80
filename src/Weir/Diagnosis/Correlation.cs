namespace Weir.Diagnosis;

/// <summary>
/// Observables that are different views of one thing. Of the answers in one group only the most telling counts,
/// so that saying the same twice does not make it surer.
/// </summary>
public enum Correlation
{
    /// <summary>Stands alone.</summary>
    None,

    /// <summary>The accept queue: its length, its overflow counter, attempts that get in late.</summary>
    AcceptQueue,

    /// <summary>How the upstream's process ended and came back.</summary>
    Deaths,

    /// <summary>How long failed requests take.</summary>
    Duration,

    /// <summary>Which paths of the site are affected.</summary>
    PathSpread,

    /// <summary>The address that is used against the one that the name has now.</summary>
    Address,

    /// <summary>Health checks against real traffic.</summary>
    Health,

    /// <summary>The visitor's own connection.</summary>
    VisitorNetwork,

    /// <summary>The database behind the application.</summary>
    Database,

    /// <summary>A service elsewhere that the application needs.</summary>
    Dependency,

    /// <summary>The name in the certificate and in the handshake.</summary>
    ServerName,

    /// <summary>A filter's own trace: its counter or its ICMP answer.</summary>
    Filter,

    /// <summary>What the zone's own servers say.</summary>
    Authority,

    /// <summary>Whether anything listens at the endpoint: a kernel refuses exactly where nothing does.</summary>
    Listening,

    /// <summary>What the application has used up: it is one thing or another, seldom both.</summary>
    Resources,
}
