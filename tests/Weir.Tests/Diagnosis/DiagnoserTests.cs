using System.Collections.Immutable;
using Weir.Diagnosis;
using Weir.Knowledge;
using Weir.Vocabulary;

namespace Weir.Tests.Diagnosis;

public sealed class DiagnoserTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    private static readonly Diagnoser Diagnoser = new(new Judge(KnowledgeBase.Shipped));

    [Theory]
    [InlineData(6, 0, 6, false, Verdict.Healthy)]
    [InlineData(6, 0, 6, true, Verdict.Degraded)]
    [InlineData(6, 1, 6, false, Verdict.Degraded)]
    [InlineData(6, 2, 5, false, Verdict.Degraded)]
    [InlineData(6, 3, 6, false, Verdict.Failing)]
    [InlineData(7, 3, 7, false, Verdict.Degraded)]
    [InlineData(7, 4, 7, false, Verdict.Failing)]
    [InlineData(6, 6, 6, true, Verdict.Failing)]
    [InlineData(6, 6, 1, false, Verdict.Failing)]
    [InlineData(6, 6, 0, false, Verdict.Unreachable)]
    [InlineData(1, 1, 0, false, Verdict.Unreachable)]
    public void The_verdict_follows_the_counts(int total, int failed, int answered, bool ailing, Verdict expected)
    {
        var open = Refused() with { Samples = new SampleCount(total, failed, answered), Ailing = ailing };
        Assert.Equal(expected, Diagnoser.Conclude(open).Verdict);
    }

    [Fact]
    public void A_healthy_site_has_no_causes_and_nothing_to_look_at_next()
    {
        var healthy = Diagnoser.Conclude(Refused() with { Samples = new SampleCount(6, 0, 6) });
        Assert.Empty(healthy.Causes);
        Assert.Empty(healthy.Next);
        Assert.True(healthy.Determined);
        Assert.Equal(3, healthy.Evidence.Length);
    }

    [Fact]
    public void Evidence_is_numbered_in_the_order_of_the_findings()
    {
        var diagnosis = Diagnoser.Conclude(Refused());
        Assert.Equal(["e1", "e2", "e3"], diagnosis.Evidence.Select(each => each.Id));
        Assert.Equal(Refused().Findings.Select(each => each.Says), diagnosis.Evidence.Select(each => each.Says));
    }

    [Fact]
    public void Each_cause_names_the_evidence_for_and_against_it()
    {
        var causes = Diagnoser.Conclude(Refused()).Causes;
        var first = causes[0];
        Assert.Equal("upstream.not-listening", first.Id);
        Assert.Equal(["e1", "e2"], first.For);
        Assert.Empty(first.Against);
        Assert.Equal("upstream", first.Category);

        var other = Diagnoser.Conclude(Refused() with
        {
            Findings = [.. Refused().Findings, Told("It came and went.", (Observable.Intermittent, true))],
        }).Causes.Single(each => each.Id == "upstream.not-listening");
        Assert.Equal(["e4"], other.Against);
    }

    [Fact]
    public void A_finding_that_answers_nothing_is_evidence_for_no_cause()
        => Assert.All(
            Diagnoser.Conclude(Refused()).Causes,
            cause => Assert.DoesNotContain("e3", cause.For.Concat(cause.Against)));

    [Fact]
    public void What_two_findings_say_of_one_thing_counts_once_and_stands_twice()
    {
        var twice = Refused() with { Findings = [.. Refused().Findings, Refused().Findings[1]] };
        var (once, again) = (Diagnoser.Conclude(Refused()).Causes[0], Diagnoser.Conclude(twice).Causes[0]);
        Assert.Equal(once.Confidence, again.Confidence);
        Assert.Equal(["e1", "e2", "e4"], again.For);
    }

    [Fact]
    public void Remedies_name_the_place()
    {
        var first = Diagnoser.Conclude(Refused()).Causes[0];
        Assert.Contains(first.AdminRemedies, each => each.Contains("8080", StringComparison.Ordinal));
        Assert.Contains(first.AdminRemedies, each => each.Contains("10.0.0.12", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nginx", "nginx: ")]
    [InlineData("HAProxy", "haproxy: ")]
    [InlineData("Apache", "apache: ")]
    public void Remedies_for_another_gateway_are_left_out(string software, string prefix)
    {
        var remedies = AllRemedies(software);
        string[] gateways = ["nginx: ", "haproxy: ", "apache: ", "caddy: ", "envoy: ", "traefik: "];
        Assert.Contains(remedies, each => each.StartsWith(prefix, StringComparison.Ordinal));
        Assert.All(
            gateways.Where(other => other != prefix),
            other => Assert.DoesNotContain(remedies, each => each.StartsWith(other, StringComparison.Ordinal)));
    }

    [Fact]
    public void Where_the_gateway_is_unknown_the_remedies_for_each_stay()
    {
        var remedies = AllRemedies(null);
        Assert.Contains(remedies, each => each.StartsWith("nginx: ", StringComparison.Ordinal));
        Assert.Contains(remedies, each => each.StartsWith("haproxy: ", StringComparison.Ordinal));
    }

    [Fact]
    public void No_name_in_braces_is_left_in_any_text()
        => Assert.All(
            CauseScenarios.All.SelectMany(scenario => new[] { Places, ImmutableDictionary<string, string>.Empty }
                .Select(places => Diagnoser.Conclude(CaseOf(scenario.Testimony) with { Places = places }))),
            diagnosis => Assert.All(
                Texts(diagnosis), text => Assert.DoesNotMatch(@"(?<![%$\{])\{(site|host|port|endpoint|name)\}", text)));

    [Fact]
    public void The_next_looks_are_questions_with_a_command_and_the_place_in_it()
    {
        var next = Diagnoser.Conclude(Refused()).Next;
        Assert.InRange(next.Length, 1, 3);
        Assert.All(next, each => Assert.Matches(@"\? .+", each));
    }

    [Fact]
    public void Where_only_a_status_is_known_the_gateways_own_log_is_the_first_look()
    {
        var open = CaseOf(Scenario.Of("502 made by nginx", "gateway-made-it")) with
        {
            Status = 502,
            AnsweredBy = new AnsweredBy("nginx", "1.22.1", "gateway", true),
        };
        var next = Diagnoser.Conclude(open).Next;
        Assert.Contains("/var/log/nginx/error.log", next[0], StringComparison.Ordinal);
        Assert.InRange(next.Length, 1, 3);
    }

    [Fact]
    public void What_is_unclear_is_not_determined()
    {
        var diagnosis = Diagnoser.Conclude(CaseOf(Testimony.None) with { Failure = Fit(Failure.NoRoute) });
        Assert.False(diagnosis.Determined);
        Assert.Equal(Verdict.Failing, diagnosis.Verdict);
    }

    [Fact]
    public void What_the_seats_said_is_passed_on_as_it_is()
    {
        var open = Refused() with
        {
            Skipped = [new SkippedCheck("the firewall's counters", "not root", "CAP_NET_ADMIN")],
            Steps = [new VisitorStep("Clear cookies", false, "it fails without them too")],
            Contacts = ["ops@shop.example"],
            Redirects = ["301 http://shop.example/"],
            Scope = Scope.Everyone,
        };
        var diagnosis = Diagnoser.Conclude(open);
        Assert.Equal(open.Skipped, diagnosis.Skipped);
        Assert.Equal(open.Steps, diagnosis.Steps);
        Assert.Equal(open.Contacts, diagnosis.Contacts);
        Assert.Equal(open.Redirects, diagnosis.Redirects);
        Assert.Equal(open.Failures, diagnosis.Failures);
        Assert.Equal(Scope.Everyone, diagnosis.Scope);
    }

    private static ImmutableDictionary<string, string> Places => ImmutableDictionary<string, string>.Empty
        .Add(Placeholders.Site, "http://shop.example/")
        .Add(Placeholders.Host, "10.0.0.12")
        .Add(Placeholders.Port, "8080")
        .Add(Placeholders.Endpoint, "10.0.0.12:8080")
        .Add(Placeholders.Name, "shop.example");

    private static Case Refused() => CaseOf(Testimony.None) with
    {
        Failures = [new Sighting(Failure.ConnectRefused, "gateway->app", "10.0.0.12:8080", 6, 6)],
        Failure = Fit(Failure.ConnectRefused),
        Findings =
        [
            Told("10.0.0.12:8080 refused.") with { Shows = Failure.ConnectRefused },
            Told("Nothing listens.", (Observable.ListenerPresent, false), (Observable.ProcessRunning, false)),
            Told("The sun shines."),
        ],
        Places = Places,
    };

    private static Case CaseOf(Testimony testimony) => new()
    {
        Target = "http://shop.example/",
        At = At,
        Took = TimeSpan.FromSeconds(3),
        Samples = new SampleCount(6, 6, 6),
        Failure = testimony.Failure,
        Findings = [.. testimony.Answers.Select(each => Told($"{each.Key} {each.Value}", (each.Key, each.Value)))],
        Places = Places,
    };

    private static Finding Told(string says, params (Observable, bool)[] answers) => new()
    {
        Source = Source.Probe,
        Hop = "gateway->app",
        At = At,
        Says = says,
        Answers = [.. answers],
    };

    private static ImmutableDictionary<Failure, double> Fit(Failure failure)
        => ImmutableDictionary<Failure, double>.Empty.Add(failure, 1);

    private static List<string> AllRemedies(string? software)
        => [.. CauseScenarios.All
            .Select(scenario => Diagnoser.Conclude(CaseOf(scenario.Testimony) with
            {
                AnsweredBy = software is null ? null : new AnsweredBy(software, null, "gateway", true),
            }))
            .SelectMany(diagnosis => diagnosis.Causes)
            .SelectMany(cause => cause.AdminRemedies)];

    private static IEnumerable<string> Texts(global::Weir.Diagnosis.Diagnosis diagnosis)
        => diagnosis.Causes
            .SelectMany(cause => cause.VisitorRemedies.Concat(cause.AdminRemedies).Append(cause.Title)
                .Append(cause.Summary))
            .Concat(diagnosis.Next);
}
