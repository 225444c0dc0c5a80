namespace Weir.Configurations;

/// <summary>What a gateway does with one request, and why.</summary>
public sealed record RouteChoice
{
    /// <summary>The site that answers; null when nothing listens there.</summary>
    public Site? Site { get; init; }

    /// <summary>The route of the site; null when none fits, or the site answers before it looks at its
    /// routes.</summary>
    public Route? Route { get; init; }

    /// <summary>What is done in the end; null when nothing listens there.</summary>
    public RouteAction? Action { get; init; }

    /// <summary>The status, where the gateway makes the answer by itself and it is known.</summary>
    public int? Status { get; init; }

    /// <summary>The body of an answer that the configuration writes itself, with variables replaced; null for none.
    /// </summary>
    public string? Body { get; init; }

    /// <summary>Where a redirect leads, with variables replaced; null when it is none.</summary>
    public string? Location { get; init; }

    /// <summary>The upstream with variables replaced; null when the request goes to none.</summary>
    public HopTarget? Target { get; init; }

    /// <summary>
    /// The path and query that the upstream gets in the request line. For FastCGI, uwsgi and SCGI, which have none, the
    /// path and query after all rewriting, as for what the gateway serves itself.
    /// </summary>
    public string? Uri { get; init; }

    /// <summary>The Host field that the upstream gets; null when the request goes to none, or without the
    /// field.</summary>
    public string? Host { get; init; }

    /// <summary>The server name in the TLS handshake with the upstream; null when none is sent.</summary>
    public string? ServerName { get; init; }

    /// <summary>The file that a FastCGI or uwsgi upstream is told to run (SCRIPT_FILENAME); null when it is not told.
    /// </summary>
    public string? ScriptFile { get; init; }

    /// <summary>Every step of the decision, in order.</summary>
    public IReadOnlyList<ChoiceStep> Steps { get; init; } = [];

    /// <summary>Variables whose value only the running gateway knows; they stand unreplaced in the texts
    /// above.</summary>
    public IReadOnlyList<string> Unresolved { get; init; } = [];

    /// <summary>The gateway does just this: no step is a guess and no variable is left.</summary>
    public bool IsCertain => Unresolved.Count == 0 && Steps.All(step => step.IsCertain);
}
