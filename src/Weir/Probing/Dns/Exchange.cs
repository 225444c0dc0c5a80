using Weir.Probing.Dns.Wire;

namespace Weir.Probing.Dns;

/// <summary>What one try over one transport brought: a message, or trouble and its words.</summary>
/// <param name="Message">The answer; null where there is trouble.</param>
/// <param name="Truncated">The answer did not fit into a datagram; the message may then be missing.</param>
/// <param name="Trouble">Why there is no answer; null where there is one, or one that did not fit.</param>
/// <param name="Detail">The trouble in words.</param>
internal sealed record Exchange(DnsMessage? Message, bool Truncated, LookupOutcome? Trouble, string Detail)
{
    /// <summary>An answer that was read.</summary>
    public static Exchange Got(DnsMessage message) => new(message, message.Header.Truncated, null, "");

    /// <summary>An answer that says that it did not fit.</summary>
    public static Exchange DidNotFit { get; } = new(null, true, null, "");

    /// <summary>No answer.</summary>
    public static Exchange Failed(LookupOutcome trouble, string detail) => new(null, false, trouble, detail);

    /// <summary>A socket's error.</summary>
    public static Exchange Failed(SocketTrouble trouble) => Failed(trouble.Outcome, trouble.Detail);
}
