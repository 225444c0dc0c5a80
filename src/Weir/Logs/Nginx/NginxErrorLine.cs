namespace Weir.Logs.Nginx;

/// <summary>One line of nginx's error log. What the line does not have is null or empty.</summary>
public sealed record NginxErrorLine
{
    /// <summary>When, to the second.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How severe.</summary>
    public required NginxLevel Level { get; init; }

    /// <summary>The worker's process id.</summary>
    public int ProcessId { get; init; }

    /// <summary>The thread's id; the process id where nginx has no threads.</summary>
    public int ThreadId { get; init; }

    /// <summary>The serial number of the visitor's connection, as <c>$connection</c> in the access log.</summary>
    public long? Connection { get; init; }

    /// <summary>What happened, without action and context.</summary>
    public required string Message { get; init; }

    /// <summary>
    /// The number in parentheses: an errno, the resolver's code, or the reason of a failed certificate check. The
    /// number counts; the words after it are the system's.
    /// </summary>
    public int? Number { get; init; }

    /// <summary>
    /// What was being done, one of <see cref="NginxAction"/> or another; empty where it says nothing.
    /// </summary>
    public string Action { get; init; } = "";

    /// <summary>The visitor's address.</summary>
    public string Client { get; init; } = "";

    /// <summary>The server_name of the block.</summary>
    public string Server { get; init; } = "";

    /// <summary>The request line, raw as the visitor sent it.</summary>
    public string Request { get; init; } = "";

    /// <summary>The subrequest (auth_request, mirror, SSI).</summary>
    public string Subrequest { get; init; } = "";

    /// <summary>The server behind; null where none was chosen yet.</summary>
    public UpstreamName? Upstream { get; init; }

    /// <summary>The Host header.</summary>
    public string Host { get; init; } = "";

    /// <summary>The Referer header.</summary>
    public string Referrer { get; init; } = "";

    /// <summary>
    /// Whether the line is cut: nginx writes at most <see cref="NginxErrorReader.LongestLine"/> bytes, so what comes
    /// last (upstream, host) may be missing.
    /// </summary>
    public bool IsCut { get; init; }

    /// <summary>What the phrase table is asked.</summary>
    public Saying Saying => new(Message, Number, Action, Upstream?.IsUnixSocket
        ?? Message.Contains(" unix:", StringComparison.Ordinal));

    /// <summary>The row of the table; null where it is not known.</summary>
    public Phrase? Phrase => NginxPhrases.Table.Find(Saying);
}
