using System.Net;
using Weir.Vocabulary;

namespace Weir.Probing.Dns;

/// <summary>What the programs of this machine get when they look a name up.</summary>
public sealed record SystemLookup
{
    /// <summary>The name as it was given.</summary>
    public required string Name { get; init; }

    /// <summary>How it ended.</summary>
    public required SystemOutcome Outcome { get; init; }

    /// <summary>One line for people.</summary>
    public required string Detail { get; init; }

    /// <summary>The addresses, in the system's order of preference (RFC 6724).</summary>
    public IReadOnlyList<IPAddress> Addresses { get; init; } = [];

    /// <summary>
    /// The addresses that the hosts file gives to the name: where there are any, no name server is asked.
    /// </summary>
    public IReadOnlyList<IPAddress> FromHostsFile { get; init; } = [];

    /// <summary>The resolver's configuration; null where its file cannot be read.</summary>
    public ResolvConf? Configuration { get; init; }

    /// <summary>Time taken by the system.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>What could not be read, each with the reason; empty where all was.</summary>
    public IReadOnlyList<string> Skipped { get; init; } = [];

    /// <summary>
    /// The failure that it is to a visitor; null where there are addresses. EAI_AGAIN counts as a time-out, which it
    /// mostly is; only asking the servers one by one tells.
    /// </summary>
    public Failure? ToFailure() => Outcome switch
    {
        SystemOutcome.Answered => null,
        SystemOutcome.NameNotFound or SystemOutcome.NoData or SystemOutcome.InvalidName => Failure.NameNotFound,
        SystemOutcome.Failed => Failure.NameServerFailed,
        SystemOutcome.TryAgain or SystemOutcome.Timeout => Failure.NameTimeout,
    };
}
