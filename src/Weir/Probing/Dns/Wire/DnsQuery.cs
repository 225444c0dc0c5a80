namespace Weir.Probing.Dns.Wire;

/// <summary>One query as it goes out.</summary>
/// <param name="Id">The number that the answer has to repeat.</param>
/// <param name="Question">What is asked.</param>
/// <param name="RecursionDesired">RD: the server shall ask others; off for authoritative servers.</param>
/// <param name="CheckingDisabled">CD: the server shall not validate with DNSSEC (RFC 4035 section 3.2.2).</param>
/// <param name="Edns">Whether the EDNS record is sent; some very old servers answer FORMERR to it.</param>
public sealed record DnsQuery(
    ushort Id, Question Question, bool RecursionDesired = true, bool CheckingDisabled = false, bool Edns = true);
