using Weir.Diagnosis;
using Weir.Knowledge;
using Weir.Vocabulary;

namespace Weir.Tests.Knowledge;

/// <summary>What must hold of the knowledge as a whole, and of pairs that reach from one category to another.</summary>
public sealed class BringsAboutTests
{
    // A question that separates two causes must move the odds; below this the answer would hardly count.
    private const double LeastDifference = 0.3;

    // A failure that no cause makes at least this likely could never lead to a cause.
    private const double LeastShown = 0.03;

    // A question whose answer no cause changes at least this much would be asked in vain.
    private const double LeastTelling = 0.2;

    private static readonly string[] Categories =
        ["application", "balancer", "tls", "configuration", "third-party", "visitor"];

    private static readonly KnowledgeBase All = KnowledgeBase.Shipped;

    public static TheoryData<string, string> Pairs => Of(
        All.Causes.SelectMany(cause => cause.ConfusedWith.Select(other => (cause, All.Find(other.Id)!)))
            .Where(pair => Ours(pair.cause) || Ours(pair.Item2)));

    public static TheoryData<string, string> PairsAmongOurs => Of(
        All.Causes.Where(Ours)
            .SelectMany(cause => cause.ConfusedWith.Select(other => (cause, All.Find(other.Id)!)))
            .Where(pair => Ours(pair.Item2)));

    public static TheoryData<string, string> Roots => Of(
        All.Causes.SelectMany(root => root.BringsAbout.Keys.Select(id => (root, All.Find(id)!))));

    [Fact]
    public void Every_cause_of_the_closed_list_has_a_file()
        => Assert.Equal(CauseList.Ids, All.Causes.Select(cause => cause.Id));

    [Theory, MemberData(nameof(Pairs))]
    public void The_question_between_look_alikes_has_different_answers(string id, string other)
    {
        var question = All.Find(id)!.ConfusedWith.First(each => each.Id == other).Question;
        var (here, there) = (Likely(id, question), Likely(other, question));
        Assert.True(
            Math.Abs(here - there) >= LeastDifference,
            $"{question} is answered yes {here:P0} under {id}, {there:P0} under {other}.");
    }

    [Theory, MemberData(nameof(PairsAmongOurs))]
    public void A_look_alike_names_the_cause_back(string id, string other)
        => Assert.Contains(All.Find(other)!.ConfusedWith, back => back.Id == id);

    [Theory, MemberData(nameof(Roots))]
    public void A_root_has_a_sign_of_its_own_against_what_it_brings_about(string root, string consequence)
        => Assert.Contains(
            All.Find(root)!.Signs,
            sign => sign.Value.Likely - Likely(consequence, sign.Key) >= LeastDifference);

    [Fact]
    public void Every_failure_is_shown_by_some_cause()
        => Assert.All(
            Enum.GetValues<Failure>(),
            failure => Assert.InRange(
                All.Causes.Max(cause => cause.ShowsAs.GetValueOrDefault(failure)), LeastShown, 1));

    [Fact]
    public void Every_question_is_telling_for_some_cause()
        => Assert.All(
            Enum.GetValues<Observable>(),
            question => Assert.InRange(
                All.Causes.Max(cause => Math.Abs(Likely(cause.Id, question) - question.Traits().Usually)),
                LeastTelling,
                1));

    [Fact]
    public void A_cause_at_the_visitor_is_mostly_not_seen_by_others()
        => Assert.All(
            All.Causes.Where(cause => cause.Category == "visitor"),
            cause => Assert.InRange(Likely(cause.Id, Observable.OthersSeeItToo), 0, 0.3));

    private static bool Ours(CauseKnowledge cause) => Categories.Contains(cause.Category);

    private static double Likely(string id, Observable question)
        => All.Find(id)!.Signs.GetValueOrDefault(question)?.Likely ?? question.Traits().Usually;

    private static TheoryData<string, string> Of(IEnumerable<(CauseKnowledge One, CauseKnowledge Other)> pairs)
    {
        var data = new TheoryData<string, string>();
        foreach (var (one, other) in pairs)
        {
            data.Add(one.Id, other.Id);
        }

        return data;
    }
}
