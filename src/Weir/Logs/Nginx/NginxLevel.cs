namespace Weir.Logs.Nginx;

/// <summary>
/// The levels of nginx's error log, most severe first. What is less severe than the configured level (<c>error</c> by
/// default) is not written at all, so its absence proves nothing.
/// </summary>
public enum NginxLevel
{
    /// <summary>It cannot run.</summary>
    Emerg,

    /// <summary>It needs attention at once: a worker died, connections ran out.</summary>
    Alert,

    /// <summary>A fault on its own machine, such as a socket it may not open.</summary>
    Crit,

    /// <summary>A request failed.</summary>
    Error,

    /// <summary>Something is odd.</summary>
    Warn,

    /// <summary>Starting, stopping, reloading.</summary>
    Notice,

    /// <summary>What visitors did.</summary>
    Info,

    /// <summary>Every step.</summary>
    Debug,
}
