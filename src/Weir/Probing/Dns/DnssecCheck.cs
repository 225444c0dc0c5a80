namespace Weir.Probing.Dns;

/// <summary>
/// Tells SERVFAIL by DNSSEC from SERVFAIL by a broken server: with checking disabled (CD) a validating resolver gives
/// the answer that it otherwise holds back (RFC 4035 section 5.5).
/// </summary>
public static class DnssecCheck
{
    /// <summary>Asks once more with checking disabled, if the lookup failed so that this can tell something.</summary>
    /// <param name="client">Asks.</param>
    /// <param name="validated">A lookup without CD.</param>
    /// <param name="stop">Ends the check early.</param>
    public static async Task<DnssecFinding> LookAsync(DnsClient client, NameLookup validated, CancellationToken stop)
    {
        if (validated.Outcome != LookupOutcome.ServerFailure)
        {
            return WithoutFailure(validated);
        }

        var options = validated.Options with { CheckingDisabled = true };
        return Compare(validated, await client.AskAsync(validated.Server, validated.Question, options, stop));
    }

    /// <summary>Compares the same question to the same server without and with CD. Pure.</summary>
    /// <param name="validated">The lookup without CD.</param>
    /// <param name="unvalidated">The lookup with CD.</param>
    /// <exception cref="ArgumentException">They are not such a pair.</exception>
    public static DnssecFinding Compare(NameLookup validated, NameLookup unvalidated)
    {
        if (validated.Options.CheckingDisabled || !unvalidated.Options.CheckingDisabled
            || !validated.Question.IsSameAs(unvalidated.Question)
            || !validated.Server.EndPoint.Equals(unvalidated.Server.EndPoint))
        {
            throw new ArgumentException("The lookups are not one question without and with CD.", nameof(unvalidated));
        }

        if (validated.Outcome != LookupOutcome.ServerFailure)
        {
            return WithoutFailure(validated);
        }

        var reason = validated.ExtendedErrors.FirstOrDefault(error => error.IsDnssec);
        if (unvalidated.IsConclusive)
        {
            var why = reason is null ? "" : $"; {reason}";
            return new(true, $"the answer comes as soon as DNSSEC is not checked{why}");
        }

        if (reason is not null)
        {
            return new(true, $"the resolver says so itself: {reason}");
        }

        return unvalidated.Outcome == LookupOutcome.ServerFailure
            ? new(false, "the resolver fails without checking DNSSEC as well")
            : new(null, $"without DNSSEC {unvalidated.Detail}");
    }

    private static DnssecFinding WithoutFailure(NameLookup validated) => validated.IsConclusive
        ? new(false, "the resolver answers while it checks DNSSEC, or does not check it")
        : new(null, $"the resolver did not get to the answer: {validated.Detail}");
}
