using Weir.Diagnosis;
using Weir.Vocabulary;
using Told = global::Weir.Diagnosis.Diagnosis;

namespace Weir.Tests.Probing.Outside.Gateways;

/// <summary>What an outside look may and must say of a fault behind a gateway.</summary>
internal static class Expectation
{
    /// <summary>The causes that fit a fault: several where they look alike from everywhere outside.</summary>
    public static IReadOnlyList<string> CausesOf(UpstreamFault fault) => fault switch
    {
        UpstreamFault.Refused => ["upstream.not-listening"],
        UpstreamFault.Silent => ["overload.backlog-full", "firewall.drop", "network.host-down", "upstream.hung"],
        UpstreamFault.Hung => ["upstream.hung"],
        UpstreamFault.Closed or UpstreamFault.Reset => ["application.crash", "upstream.crash-loop"],
        UpstreamFault.Garbage => ["application.malformed-response"],
        UpstreamFault.HugeHead => ["application.headers-too-large"],
        UpstreamFault.PlainToTls or UpstreamFault.TlsToPlain => ["configuration.protocol-mismatch"],
        UpstreamFault.NoSuchName => ["dns.nxdomain"],
        UpstreamFault.AllDown => ["balancer.no-healthy-upstream", "upstream.not-listening"],
        UpstreamFault.Own500 or UpstreamFault.Own502 => ["application.error"],
    };

    /// <summary>Every request failed for everyone, and it is the gateway that said so.</summary>
    public static void Fails(Told told, int status, string? software)
    {
        var message = Kit.Told.Of(told);
        Assert.True(told.Verdict == Verdict.Failing, message);
        Assert.True(told.Status == status, message);
        Assert.True(told.Scope == Scope.Everyone, message);
        Assert.True(told.AnsweredBy?.Software == software, $"{told.AnsweredBy}\n{message}");
    }

    /// <summary>The first failure of the report, on most samples: HAProxy closes now and then without a word.</summary>
    public static void Shows(Told told, Failure kind, string hop)
    {
        var first = told.Failures[0];
        Assert.True(
            (first.Kind, first.Hop, first.Count * 2 > first.Of) == (kind, hop, true), $"{first}\n{Kit.Told.Of(told)}");
    }

    /// <summary>Nothing but a true cause may be acted on.</summary>
    public static void IsNotMisled(Told told, UpstreamFault fault)
        => Assert.True(
            told.Causes.All(cause => cause.Confidence < 0.5 || CausesOf(fault).Contains(cause.Id)),
            Kit.Told.Of(told));

    /// <summary>A true cause is named.</summary>
    public static void Suspects(Told told, UpstreamFault fault)
        => Assert.True(told.Causes.Any(cause => CausesOf(fault).Contains(cause.Id)), Kit.Told.Of(told));

    /// <summary>Where it is not determined something would settle it.</summary>
    public static void SaysWhereToLook(Told told)
        => Assert.True(told.Determined || told.Next.Length > 0, Kit.Told.Of(told));
}
