using Weir.Diagnosis;

namespace Weir.Reports;

/// <summary>What a person asked, answered in one sentence each: how is the site, and whose fault is it.</summary>
internal static class Headline
{
    /// <summary>What comes after the site's address: how it is, for whom, and the status.</summary>
    public static string Of(Diagnosis.Diagnosis diagnosis) => diagnosis.Verdict switch
    {
        Verdict.Healthy => $"is well{Status(diagnosis, ": ")}",
        Verdict.Degraded => Degraded(diagnosis),
        Verdict.Failing when diagnosis.Status is null => $"fails{For(diagnosis.Scope)}: no usable answer",
        Verdict.Failing when diagnosis.Status is < 400 =>
            $"fails{For(diagnosis.Scope)}, although it says{Status(diagnosis, " ")}",
        Verdict.Failing => $"fails{For(diagnosis.Scope)}{Status(diagnosis, ": ")}",
        Verdict.Unreachable => $"cannot be reached{By(diagnosis.Scope)}: no HTTP answer at all",
    };

    /// <summary>Where the fault lies, as far as it is known; empty for a healthy site.</summary>
    public static string Fault(Diagnosis.Diagnosis diagnosis)
    {
        if (diagnosis.Verdict == Verdict.Healthy)
        {
            return "";
        }

        return diagnosis is { Determined: true, Causes: [var first, ..] }
            ? FaultOf(first, IsBehindGateway(diagnosis))
            : Undetermined(diagnosis);
    }

    /// <summary>Who wrote the answer, and whether the error is its own; empty where nobody answered.</summary>
    public static string Answerer(Diagnosis.Diagnosis diagnosis) => diagnosis.AnsweredBy switch
    {
        null => "",
        var by when diagnosis.Verdict == Verdict.Healthy => $"Answered by {Name(by)}.",
        { MadeIt: true } by => $"Answered by {Name(by)}, which made the error itself.",
        var by => $"Answered by {Name(by)}, which passed on what came from behind it.",
    };

    private static string Degraded(Diagnosis.Diagnosis diagnosis) => diagnosis.Failures is [var first, ..]
        ? $"fails now and then{For(diagnosis.Scope)}: {first.Count} of {first.Of} requests"
            + (diagnosis.Status is null ? "" : $"; most get {Status(diagnosis, "")}")
        : $"works, but not well{Status(diagnosis, ": ")}";

    private static string Name(AnsweredBy by)
        => string.IsNullOrEmpty(by.Version) ? by.Software : $"{by.Software} {by.Version}";

    private static string Status(Diagnosis.Diagnosis diagnosis, string before)
        => diagnosis.Status is { } status ? before + StatusName.Of(status) : "";

    private static string For(Scope scope) => scope switch
    {
        Scope.Unknown => "",
        Scope.Everyone => " for everyone",
        Scope.Some => " for some",
        Scope.OnlyYou => " for you only",
    };

    private static string By(Scope scope) => scope switch
    {
        Scope.Unknown => "",
        Scope.Everyone => " by anyone",
        Scope.Some => " by some",
        Scope.OnlyYou => " by you only",
    };

    private static bool IsBehindGateway(Diagnosis.Diagnosis diagnosis)
        => diagnosis.Failures is [var first, ..] && first.Hop.StartsWith("gateway->", StringComparison.Ordinal);

    private static string FaultOf(SuspectedCause cause, bool isBehind) => (cause.Category, isBehind) switch
    {
        ("visitor", _) => VisitorFault(cause.Id),
        ("network" or "firewall", true) => Site("the way from its gateway to the server behind it"),
        ("network" or "firewall", false) => "between you and the site, or at the site's own border.",
        ("dns", true) => Site("the name by which its gateway finds the server behind it"),
        ("dns", false) => Site("its name, in the name service"),
        ("tls", true) => Site("certificate or TLS between its gateway and the server behind it"),
        ("tls", false) => Site("its certificate or TLS settings"),
        ("balancer" or "configuration", _) => Site("its gateway, or how it is set up"),
        ("third-party", _) => Site("a service that it depends on"),
        (_, true) => Site("the server behind its gateway"),
        _ => Site("its server"),
    };

    private static string VisitorFault(string id) => id switch
    {
        "visitor.cookies" => "the site trips over your cookies for it; without them it is well.",
        "visitor.cached" => "nobody's any more: an old error page is shown from a cache.",
        "visitor.blocked" => "the site refuses your address.",
        "visitor.browser" => "between your browser and the site; other browsers are served.",
        _ => "on your side of the line, not the site's.",
    };

    private static string Undetermined(Diagnosis.Diagnosis diagnosis) => diagnosis switch
    {
        { Scope: Scope.OnlyYou } => "on your side, it seems; what exactly cannot be told from here.",
        { AnsweredBy: not null } or { Scope: Scope.Everyone } =>
            "the site's, nothing of yours; which part of it cannot be told from here.",
        _ => "cannot be told from here.",
    };

    private static string Site(string part) => $"the site's ({part}), nothing of yours.";
}
