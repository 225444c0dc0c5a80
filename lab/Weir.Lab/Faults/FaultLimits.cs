namespace Weir.Lab.Faults;

/// <summary>The bounds of the servers that misbehave: a runaway test must not take the machine with it.</summary>
public static class FaultLimits
{
    /// <summary>
    /// Connections held at once, in connections. Above it a new one is closed: descriptors are finite.
    /// </summary>
    public const int OpenConnections = 1_024;

    /// <summary>Requests, questions and connections remembered, in entries; the oldest go first.</summary>
    public const int Remembered = 4_096;

    /// <summary>
    /// Size of a request head, in bytes. Generous, because large cookies are one of the things to test.
    /// </summary>
    public const int HeadBytes = 1024 * 1024;

    /// <summary>Size of a request body, in bytes; a longer one is malformed.</summary>
    public const long BodyBytes = 64L * 1024 * 1024;

    /// <summary>How much of a request body is kept, in bytes.</summary>
    public const int KeptBodyBytes = 64 * 1024;

    /// <summary>How many of the first bytes of a connection are kept; enough for any ClientHello of today.</summary>
    public const int KeptFirstBytes = 4 * 1024;

    /// <summary>Heads and bodies remembered by one server, in bytes together; the oldest go first.</summary>
    public const long RememberedBytes = 64L * 1024 * 1024;

    /// <summary>Where an endless head or body ends after all, in bytes. No sane client reads this much.</summary>
    public const long EndlessBytes = 256L * 1024 * 1024;

    /// <summary>
    /// Size of what a reply makes up (a header, a body, garbage), in bytes, and the number of headers.
    /// </summary>
    public const int MadeUp = 16 * 1024 * 1024;

    /// <summary>How long a hanging connection is held: longer than any timeout of a gateway's defaults.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromMinutes(10);

    /// <summary>How long a gentle close waits for the peer's own close before it stops reading.</summary>
    public static readonly TimeSpan Linger = TimeSpan.FromSeconds(2);
}
