namespace Weir.Logs.Applications;

/// <summary>One line of an application server's log.</summary>
public sealed record ApplicationLine
{
    /// <summary>Who wrote it.</summary>
    public required ApplicationDialect Dialect { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The level as written (<c>WARNING</c>, <c>CRITICAL</c> …); empty for PHP's own lines.</summary>
    public string Level { get; init; } = "";

    /// <summary>php-fpm's pool, or empty.</summary>
    public string Pool { get; init; } = "";

    /// <summary>
    /// The process that the message is about (<c>child 31</c>, <c>(pid:31)</c>), else the one that wrote it; null where
    /// neither is written.
    /// </summary>
    public int? ProcessId { get; init; }

    /// <summary>What happened.</summary>
    public required string Message { get; init; }

    /// <summary>The row of the dialect's table; null where it is not known.</summary>
    public Phrase? Phrase => (Dialect switch
    {
        ApplicationDialect.PhpFpm => PhpFpmPhrases.Table,
        ApplicationDialect.Gunicorn => GunicornPhrases.Table,
    }).Find(new(Message));
}
