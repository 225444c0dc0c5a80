namespace Weir.Probing.Dns.Delegation;

/// <summary>How a walk asks.</summary>
public sealed record DelegationOptions
{
    /// <summary>The port of the zones' own servers: 53 but in a laboratory.</summary>
    public int AuthorityPort { get; init; } = NameServer.DefaultPort;

    /// <summary>
    /// The pause between the first questions to two servers: politeness, and no burst that a filter drops.
    /// </summary>
    public TimeSpan Spacing { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How the recursive resolvers are asked.</summary>
    public LookupOptions Recursive { get; init; } = LookupOptions.Recursive;

    /// <summary>How the zones' own servers are asked.</summary>
    public LookupOptions Direct { get; init; } = LookupOptions.Direct;
}
