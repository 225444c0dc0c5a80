using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Weir.Diagnosis;
using Weir.Knowledge;
using Weir.Tests.Kit;
using Weir.Vocabulary;
using static Weir.Tests.Diagnosis.Scenario;

namespace Weir.Tests.Diagnosis;

public sealed class JudgeTests
{
    // Confidences are sums of rounded numbers.
    private const double Rounding = 1e-9;

    private static readonly Judge Judge = new(KnowledgeBase.Shipped);

    public static TheoryData<string> Cases => [.. CauseScenarios.All.Select(each => each.ToString())];

    [Theory, MemberData(nameof(Cases))]
    public void The_cause_comes_first_with_confidence(string name)
    {
        var scenario = CauseScenarios.All.Single(each => each.ToString() == name);
        var ranking = Judge.Decide(scenario.Testimony);
        Assert.True(
            ranking.Suspects is [var first, ..] && first.Cause.Id == scenario.Cause
                && first.Confidence >= scenario.Least,
            Told.Of(ranking));
    }

    [Fact]
    public void No_cause_lacks_a_scenario_in_which_it_is_determined()
        => Assert.Equal(
            CauseList.Ids.Order(),
            CauseScenarios.All.Where(each => each.Least >= 0.5).Select(each => each.Cause).Distinct().Order());

    [Theory]
    [InlineData("upstream.resources", "application.crash", "closed-before-headers", "disk-full crash-in-log")]
    [InlineData("upstream.resources", "application.error", "upstream-error", "disk-full application-made-it")]
    [InlineData("upstream.oom-killed", "upstream.crash-loop", "connect-refused",
        "oom-kill-recent restart-counter-rising")]
    [InlineData("third-party.slow", "overload.workers-busy", "headers-timeout", "workers-busy waits-for-outside")]
    [InlineData("overload.surge", "overload.workers-busy", "headers-timeout", "workers-busy rate-surged")]
    [InlineData("firewall.drop", "balancer.no-healthy-upstream", "no-healthy-upstream",
        "all-members-down firewall-rule-counts other-port-answers instant-failure gateway-made-it",
        "some-attempts-connect down-member-works upstream-works-directly filter-answered")]
    [InlineData("dns.stale", "balancer.no-healthy-upstream", "no-healthy-upstream",
        "all-members-down used-address-differs current-address-works instant-failure", "upstream-works-directly")]
    [InlineData("upstream.not-listening", "balancer.no-healthy-upstream", "no-healthy-upstream",
        "all-members-down instant-failure", "listener-present process-running")]
    public void A_root_stands_before_what_it_brought_about(
        string root, string consequence, string seen, string yes, string no = "")
    {
        var order = Judge.Decide(Of(seen, yes, no)).Suspects.Select(each => each.Cause.Id).ToList();
        Assert.Equal(root, order[0]);
        Assert.Contains(consequence, KnowledgeBase.Shipped.Find(root)!.BringsAbout.Keys);
        Assert.NotEqual(0, order.IndexOf(consequence));
    }

    [Theory]
    [InlineData("overload.backlog-full", "connect-timeout", "accept-queue-full", "listen-overflows-rising")]
    [InlineData("overload.backlog-full", "connect-timeout", "listen-overflows-rising", "some-attempts-connect")]
    [InlineData("upstream.database", "upstream-error", "database-complaint", "database-at-limit")]
    [InlineData("firewall.reject", "connect-refused", "firewall-rule-counts", "filter-answered")]
    [InlineData("upstream.resources", "upstream-error", "disk-full", "upstream-limit-used-up")]
    public void Two_views_of_one_thing_count_as_the_stronger_alone(
        string cause, string seen, string one, string other)
    {
        var (alone, second) = (Confidence(cause, Of(seen, one)), Confidence(cause, Of(seen, other)));
        var both = Confidence(cause, Of(seen, $"{one} {other}"));
        Assert.True(
            Math.Min(Math.Abs(both - alone), Math.Abs(both - second)) < Rounding
                && both <= Math.Max(alone, second) + Rounding,
            $"{one} {alone:0.000}, {other} {second:0.000}, both {both:0.000}");
    }

    [Fact]
    public void What_was_not_checked_is_not_a_no()
    {
        var unasked = Confidence("firewall.drop", Of("connect-timeout"));
        var no = Confidence("firewall.drop", Of("connect-timeout", no: "firewall-rule-counts"));
        var yes = Confidence("firewall.drop", Of("connect-timeout", yes: "firewall-rule-counts"));
        Assert.True(no < unasked && unasked < yes, $"no {no:0.00}, not asked {unasked:0.00}, yes {yes:0.00}");
    }

    [Theory]
    [InlineData("write-timeout", "", "packets-lost only-large-packets-vanish nothing-completes every-path-slow "
        + "workers-busy only-reused-connections timeouts-do-not-nest")]
    [InlineData("gateway-fault", "gateway-running", "gateway-limit-reached seen-twice-in-path only-with-cookies "
        + "stale-copy large-head")]
    [InlineData("no-route", "gateway-running", "resolvers-disagree seen-twice-in-path")]
    [InlineData("", "", "")]
    public void Where_nothing_fits_no_cause_is_determined(string seen, string yes, string no)
    {
        var ranking = Judge.Decide(Of(seen, yes, no));
        Assert.All(ranking.Suspects, suspect => Assert.True(suspect.Confidence < 0.5, Told.Of(ranking)));
    }

    [Fact]
    public void None_of_these_takes_the_weight_where_nothing_fits()
        => Assert.True(Judge.Decide(Of("no-route", "gateway-running", "resolvers-disagree")).Unexplained > 0.5);

    [Fact]
    public void It_is_never_certain()
    {
        var testimony = Of("name-not-found", "authoritative-denies instant-failure",
            "authoritative-answers name-exists-elsewhere name-servers-silent resolvers-disagree");
        Assert.InRange(Confidence("dns.nxdomain", testimony), 0.9, 0.98);
    }

    [Fact]
    public void Confidences_add_up_to_one_at_most_whatever_is_answered()
        => Prop.ForAll(AnyTestimony(), testimony =>
        {
            var ranking = Judge.Decide(testimony);
            return ranking.Suspects.Sum(each => each.Confidence) + ranking.Unexplained <= 1 + Rounding
                && ranking.Suspects.All(each => each.Confidence is >= Judge.LeastConfidence and <= 1)
                && ranking.Unexplained is >= 0 and <= 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_in_which_answers_come_does_not_matter()
        => Prop.ForAll(AnyTestimony(), testimony =>
        {
            var turned = testimony with
            {
                Answers = ImmutableDictionary.CreateRange(testimony.Answers.Reverse()),
            };
            return Told.Of(Judge.Decide(testimony)) == Told.Of(Judge.Decide(turned));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_judges_say_the_same_of_the_same_testimony()
        => Assert.All(
            CauseScenarios.All,
            each => Assert.Equal(
                Told.Of(Judge.Decide(each.Testimony)),
                Told.Of(new Judge(KnowledgeBase.Shipped).Decide(each.Testimony))));

    [Fact]
    public void Where_two_seats_disagree_the_one_that_saw_it_wins()
    {
        var seen = Testimony.None.With(Observable.DiskFull, true).With(Observable.DiskFull, false);
        Assert.Equal(Answer.Yes, seen[Observable.DiskFull]);
        Assert.Equal(Answer.NotChecked, seen[Observable.CrashInLog]);
        Assert.Equal(Answer.No, seen.With(Observable.CrashInLog, false)[Observable.CrashInLog]);
    }

    [Fact]
    public void What_speaks_for_and_against_a_cause_is_named()
    {
        var ranking = Judge.Decide(Of(
            "connect-timeout", "firewall-rule-counts intermittent", "some-attempts-connect"));
        var drop = ranking.Suspects.Single(each => each.Cause.Id == "firewall.drop");
        Assert.Contains(Observable.FirewallRuleCounts, drop.For);
        Assert.Contains(Observable.Intermittent, drop.Against);
        Assert.True(drop.FailureFits);
    }

    private static double Confidence(string cause, Testimony testimony)
        => Judge.Decide(testimony).Suspects.FirstOrDefault(each => each.Cause.Id == cause)?.Confidence ?? 0;

    // At most one failure, and any of the questions answered either way.
    private static Arbitrary<Testimony> AnyTestimony()
    {
        var failure = Gen.Elements(Enum.GetValues<Failure>());
        var answer = Gen.Elements(Enum.GetValues<Observable>()).Zip(Gen.Elements(true, false));
        return failure.Zip(answer.ListOf())
            .Select(pair => pair.Item2.Aggregate(
                Testimony.None.With(pair.Item1), (sum, each) => sum.With(each.Item1, each.Item2)))
            .ToArbitrary();
    }
}
