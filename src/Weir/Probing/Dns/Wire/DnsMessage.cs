namespace Weir.Probing.Dns.Wire;

/// <summary>An answer that was read whole.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Code">The response code with its extended bits (RFC 6891 section 6.1.3).</param>
/// <param name="Question">The question that it repeats; null where it repeats none, as some error answers do.</param>
/// <param name="Answers">The answer section.</param>
/// <param name="Authority">The authority section.</param>
/// <param name="Additional">The additional section without the EDNS record.</param>
/// <param name="HasEdns">Whether it carries EDNS: the server understood ours.</param>
/// <param name="ExtendedErrors">The extended errors (RFC 8914).</param>
public sealed record DnsMessage(
    MessageHeader Header,
    ResponseCode Code,
    Question? Question,
    IReadOnlyList<DnsRecord> Answers,
    IReadOnlyList<DnsRecord> Authority,
    IReadOnlyList<DnsRecord> Additional,
    bool HasEdns,
    IReadOnlyList<ExtendedError> ExtendedErrors);
