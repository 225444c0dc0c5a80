using Weir.Probing.Dns.Wire;

namespace Weir.Probing.Dns;

/// <summary>
/// Decides whether what came is the answer to a query (RFC 5452 section 9.1). Pure but for its counts.
/// </summary>
internal static class AnswerMatch
{
    /// <summary>The exchange that <paramref name="reading"/> ends; null where it is to be ignored.</summary>
    public static Exchange? Check(MessageReading reading, DnsQuery query, Rejected rejected)
    {
        if (reading.Header is not { } header || header.Id != query.Id || !header.IsAnswer)
        {
            Count(reading, rejected);
            return null;
        }

        // Some servers cut a truncated answer in the middle of a record: it is asked for again all the same.
        if (reading.Message is not { } message)
        {
            return header.Truncated
                ? Exchange.DidNotFit
                : Exchange.Failed(
                    LookupOutcome.Malformed, $"the server's answer cannot be read: {reading.Fault?.Says()}");
        }

        if (!Repeats(message, query.Question))
        {
            rejected.AddOther();
            return null;
        }

        return Exchange.Got(message);
    }

    private static void Count(MessageReading reading, Rejected rejected)
    {
        if (reading.Fault is { } fault)
        {
            rejected.AddUnreadable(fault);
        }
        else
        {
            rejected.AddOther();
        }
    }

    // An error without the question is what simple servers send; without an error it could answer anything.
    private static bool Repeats(DnsMessage message, Question question)
        => message.Question?.IsSameAs(question) ?? message.Code != ResponseCode.NoError;
}
