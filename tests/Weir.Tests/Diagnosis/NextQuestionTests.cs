using Weir.Diagnosis;
using Weir.Knowledge;
using Weir.Tests.Kit;
using Weir.Vocabulary;
using static Weir.Tests.Diagnosis.Scenario;

namespace Weir.Tests.Diagnosis;

public sealed class NextQuestionTests
{
    // A question that separates two causes moves the odds by more than chance does.
    private const double LeastDifference = 0.3;

    private static readonly KnowledgeBase Knowledge = KnowledgeBase.Shipped;
    private static readonly Judge Judge = new(Knowledge);

    public static TheoryData<string, string, string, string> Open => new()
    {
        { "connect-refused", "", "", "process-running" },
        { "connect-refused", "other-port-answers instant-failure", "listener-present", "process-running" },
        { "connect-timeout", "", "", "firewall-rule-counts" },
        { "connect-timeout", "other-port-answers", "firewall-rule-counts", "listen-overflows-rising" },
        { "closed-before-headers", "", "", "crash-in-log" },
        { "stale-connection", "only-reused-connections", "", "idle-connections-forgotten" },
        { "headers-timeout", "", "", "every-path-slow" },
        { "headers-timeout", "workers-busy every-path-slow", "", "processor-saturated" },
        { "headers-timeout", "fixed-duration only-some-paths", "", "timeouts-do-not-nest" },
        { "name-not-found", "", "", "authoritative-denies" },
        { "tls-certificate", "", "", "certificate-expired" },
        { "upstream-error", "application-made-it", "gateway-made-it", "database-complaint" },
        { "no-healthy-upstream", "all-members-down", "", "upstream-works-directly" },
    };

    [Theory, MemberData(nameof(Open))]
    public void The_next_question_separates_the_two_leading_candidates(
        string seen, string yes, string no, string question)
    {
        var ranking = Judge.Decide(Of(seen, yes, no));
        Assert.Equal(question, Spelling.Kebab(ranking.Next[0]));
        var (first, second) = (ranking.Suspects[0].Cause, ranking.Suspects[1].Cause);
        var difference = Math.Abs(Likely(first, ranking.Next[0]) - Likely(second, ranking.Next[0]));
        Assert.True(difference >= LeastDifference, Told.Of(ranking));
    }

    [Theory, MemberData(nameof(Open))]
    public void The_answer_to_the_next_question_makes_the_case_clearer(
        string seen, string yes, string no, string question)
    {
        var (asked, before) = (Asked(question), Of(seen, yes, no));
        var leader = Judge.Decide(before).Suspects[0];
        var answers = new[] { true, false }.Select(isSo => Judge.Decide(before.With(asked, isSo))).ToList();
        Assert.Contains(answers, ranking => ranking.Suspects[0].Confidence > leader.Confidence);
        Assert.Contains(
            answers,
            ranking => ranking.Suspects[0].Cause != leader.Cause
                || ranking.Suspects[0].Confidence < leader.Confidence);
    }

    [Fact]
    public void What_was_answered_is_not_asked_again_nor_another_view_of_it()
        => Assert.All(CauseScenarios.All, scenario =>
        {
            var testimony = scenario.Testimony;
            var groups = testimony.Answers.Keys.Select(each => each.Traits().Group)
                .Where(group => group != Correlation.None).ToList();
            Assert.All(Judge.Decide(testimony).Next, question =>
            {
                Assert.Equal(Answer.NotChecked, testimony[question]);
                Assert.DoesNotContain(question.Traits().Group, groups);
            });
        });

    [Fact]
    public void At_most_three_different_things_are_asked_and_each_says_how_to_look()
        => Assert.All(CauseScenarios.All, scenario =>
        {
            var next = Judge.Decide(scenario.Testimony).Next;
            Assert.InRange(next.Length, 0, 3);
            Assert.Equal(next.Length, next.Select(each => each.Traits().Ask).Distinct().Count());
            Assert.DoesNotContain(next, each => each.Traits().Ask.Length == 0);
            var groups = next.Select(each => each.Traits().Group).Where(each => each != Correlation.None).ToList();
            Assert.Equal(groups.Distinct(), groups);
        });

    [Fact]
    public void Nothing_is_asked_where_the_case_is_clear()
        => Assert.Empty(Judge.Decide(Of(
            "name-not-found",
            "authoritative-denies gateway-made-it",
            "name-servers-silent name-exists-elsewhere own-resolver-wrong resolvers-disagree")).Next);

    [Fact]
    public void A_status_alone_asks_first_for_what_happened_on_the_wire()
        => Assert.True(Judge.Decide(Of("502 made by nginx", "gateway-made-it")).FailureWouldTell);

    [Fact]
    public void Where_the_wire_was_watched_the_failure_is_not_asked_for()
        => Assert.All(
            Enum.GetValues<Failure>(),
            failure => Assert.False(Judge.Decide(Testimony.None.With(failure)).FailureWouldTell));

    private static double Likely(CauseKnowledge cause, Observable question)
        => cause.Signs.GetValueOrDefault(question)?.Likely ?? question.Traits().Usually;
}
