using Weir.Probing.Dns.Wire;

namespace Weir.Probing.Dns;

/// <summary>Says what a readable answer means for its question. Pure.</summary>
internal static class AnswerReader
{
    /// <summary>The outcome that <paramref name="message"/> is.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="message">What came.</param>
    /// <param name="recursive">Whether the server was asked to find the whole answer.</param>
    public static LookupOutcome Judge(Question question, DnsMessage message, bool recursive)
        => message.Code.Value switch
        {
            0 => JudgeRecords(question, message, recursive),
            1 => LookupOutcome.FormatError,
            2 => LookupOutcome.ServerFailure,
            3 => LookupOutcome.NameNotFound,
            4 => LookupOutcome.NotImplemented,
            5 => LookupOutcome.Refused,
            _ => LookupOutcome.OtherError,
        };

    private static LookupOutcome JudgeRecords(Question question, DnsMessage message, bool recursive)
    {
        var chain = AliasChain.Follow(question, message.Answers);
        if (chain.Finals.Count > 0)
        {
            return LookupOutcome.Answered;
        }

        // An alias that leads out of the zone is all that a zone's own server can say.
        if (chain.Names.Count > 1)
        {
            return recursive || chain.IsCircle ? LookupOutcome.NoData : LookupOutcome.Answered;
        }

        return IsReferral(message) ? LookupOutcome.Referral : LookupOutcome.NoData;
    }

    // RFC 2308 section 2.2: NS records without an SOA, from a server that is no authority, are a referral.
    private static bool IsReferral(DnsMessage message)
        => !message.Header.Authoritative
            && message.Authority.Any(record => record.Type == RecordType.Ns)
            && message.Authority.All(record => record.Type != RecordType.Soa);
}
