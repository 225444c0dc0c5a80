namespace Weir.Configurations;

/// <summary>A part of a site and what happens to requests for it.</summary>
public sealed record Route
{
    /// <summary>How it is chosen.</summary>
    public required PathMatch Match { get; init; }

    /// <summary>The path, expression or name that it is chosen by; empty for <see
    /// cref="PathMatch.Everything"/>.</summary>
    public string Text { get; init; } = "";

    /// <summary>Visitors cannot ask for it; only other routes lead there.</summary>
    public bool IsInternal { get; init; }

    /// <summary>What happens, when no condition below says otherwise.</summary>
    public required RouteAction Action { get; init; }

    /// <summary>What happens under conditions, in order.</summary>
    public IReadOnlyList<RouteCondition> Conditions { get; init; } = [];

    /// <summary>Files that are tried first, as written; the last is where to go when none exists.</summary>
    public IReadOnlyList<string> TriedFiles { get; init; } = [];

    /// <summary>Error pages of its own for statuses that it makes, and with <see cref="UpstreamHop.InterceptErrors"/>
    /// for the upstream's.</summary>
    public IReadOnlyList<ErrorPage> ErrorPages { get; init; } = [];

    /// <summary>Where its requests are logged; empty when they are not.</summary>
    public IReadOnlyList<AccessLog> AccessLogs { get; init; } = [];

    /// <summary>Where its errors are logged.</summary>
    public IReadOnlyList<ErrorLog> ErrorLogs { get; init; } = [];

    /// <summary>Largest request body, bytes; null for no limit. A larger one is answered 413.</summary>
    public long? MaxBodyBytes { get; init; }

    /// <summary>Routes inside it.</summary>
    public IReadOnlyList<Route> Routes { get; init; } = [];

    /// <summary>Where it begins.</summary>
    public required SourceLine At { get; init; }
}
