namespace Weir.Probing.Dns;

/// <summary>How a question is asked.</summary>
public sealed record LookupOptions
{
    /// <summary>Ask a resolver, with validation, over UDP and where needed TCP.</summary>
    public static LookupOptions Recursive { get; } = new();

    /// <summary>Ask a zone's own server: it shall answer from its own data.</summary>
    public static LookupOptions Direct { get; } = new() { RecursionDesired = false };

    /// <summary>RD: the server shall ask others.</summary>
    public bool RecursionDesired { get; init; } = true;

    /// <summary>CD: the server shall not validate with DNSSEC (RFC 4035 section 3.2.2).</summary>
    public bool CheckingDisabled { get; init; }

    /// <summary>Whether UDP is left out.</summary>
    public bool TcpOnly { get; init; }

    /// <summary>
    /// How long one try over one transport may take. Two seconds: a recursive resolver needs less even for a cold
    /// name, and two tries end before the five seconds of glibc's first.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often the question is sent where nothing comes back: once more, for one lost datagram.</summary>
    public int Tries { get; init; } = 2;
}
