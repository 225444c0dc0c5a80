namespace Weir.Probing.Dns.Wire;

/// <summary>The first twelve bytes of a message (RFC 1035 section 4.1.1; AD and CD: RFC 4035 section 3).</summary>
/// <param name="Id">The number that ties an answer to its query.</param>
/// <param name="IsAnswer">QR: an answer, not a query.</param>
/// <param name="Authoritative">AA: the server is an authority for the name.</param>
/// <param name="Truncated">TC: the answer did not fit and has to be asked for over TCP.</param>
/// <param name="RecursionAvailable">RA: the server offers to ask others.</param>
/// <param name="AuthenticData">AD: the server has validated the answer with DNSSEC.</param>
/// <param name="Code">The lower four bits of the response code.</param>
public sealed record MessageHeader(
    ushort Id,
    bool IsAnswer,
    bool Authoritative,
    bool Truncated,
    bool RecursionAvailable,
    bool AuthenticData,
    byte Code)
{
    /// <summary>Takes the id and the sixteen flag bits apart.</summary>
    internal static MessageHeader From(ushort id, ushort flags) => new(
        id,
        IsAnswer: (flags & 0x8000) != 0,
        Authoritative: (flags & 0x0400) != 0,
        Truncated: (flags & 0x0200) != 0,
        RecursionAvailable: (flags & 0x0080) != 0,
        AuthenticData: (flags & 0x0020) != 0,
        Code: (byte)(flags & 0x000F));
}
