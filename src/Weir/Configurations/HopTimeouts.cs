namespace Weir.Configurations;

/// <summary>How long a gateway waits for an upstream.</summary>
/// <param name="Connect">For a connection, TLS included.</param>
/// <param name="Send">Between two writes of the request.</param>
/// <param name="Read">Between two reads of the answer; the time to the first byte is one of them.</param>
public sealed record HopTimeouts(TimeSpan Connect, TimeSpan Send, TimeSpan Read);
