using Weir.Diagnosis;
using Weir.Knowledge;
using Weir.Tests.Kit;

namespace Weir.Tests.Knowledge;

public sealed class LookAlikeTests
{
    // A question that separates two causes must move the odds; below this the answer would hardly count.
    private const double LeastDifference = 0.3;

    // The list of causes shows the summary in one or two lines of a terminal.
    private const int LongestSummary = 300;

    // Causes that are seen on the way to the upstream or at it. The pairs beyond them are weighed by the judge's tests.
    private static readonly string[] Categories = ["overload", "network", "firewall", "upstream", "dns"];

    private static readonly Dictionary<string, CauseKnowledge> Causes = Directory
        .GetFiles(Repository.At("causes"), "*.md")
        .Where(path => Path.GetFileName(path) != "README.md")
        .Select(path => new CauseFile(path, []).Read(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path)))
        .OfType<CauseKnowledge>()
        .ToDictionary(cause => cause.Id);

    public static TheoryData<string> All => [.. Causes.Keys.Order(StringComparer.Ordinal)];

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var cause in Causes.Values.Where(Ours).OrderBy(cause => cause.Id, StringComparer.Ordinal))
            {
                foreach (var other in cause.ConfusedWith.Where(other => Causes.TryGetValue(other.Id, out var it) && Ours(it)))
                {
                    pairs.Add(cause.Id, other.Id);
                }
            }

            return pairs;
        }
    }

    [Fact]
    public void Every_cause_of_these_categories_has_a_file()
        => Assert.All(
            Vocabulary.CauseList.Ids.Where(id => Categories.Contains(Vocabulary.CauseList.CategoryOf(id))),
            id => Assert.Contains(id, Causes));

    [Theory, MemberData(nameof(Pairs))]
    public void The_question_between_look_alikes_has_different_answers(string id, string other)
    {
        var question = Causes[id].ConfusedWith.First(each => each.Id == other).Question;
        var difference = Math.Abs(Likely(id, question) - Likely(other, question));
        Assert.True(
            difference >= LeastDifference,
            $"{question} is answered yes {Likely(id, question):P0} under {id}, {Likely(other, question):P0} under {other}.");
    }

    [Theory, MemberData(nameof(Pairs))]
    public void A_look_alike_names_the_cause_back(string id, string other)
        => Assert.Contains(Causes[other].ConfusedWith, back => back.Id == id);

    [Theory, MemberData(nameof(All))]
    public void A_cause_does_not_bring_itself_about_in_the_end(string id)
    {
        var reached = new HashSet<string>();
        var ahead = new Stack<string>(Causes[id].BringsAbout.Keys);
        while (ahead.TryPop(out var next))
        {
            if (reached.Add(next) && Causes.TryGetValue(next, out var consequence))
            {
                foreach (var further in consequence.BringsAbout.Keys)
                {
                    ahead.Push(further);
                }
            }
        }

        Assert.DoesNotContain(id, reached);
    }

    [Theory, MemberData(nameof(All))]
    public void The_summary_is_short(string id) => Assert.InRange(Causes[id].Explanation[0].Length, 1, LongestSummary);

    [Theory, MemberData(nameof(All))]
    public void A_rule_that_opens_a_firewall_is_narrow_and_takes_itself_back(string id)
        => Assert.All(
            Causes[id].AdminRemedies.Where(remedy => remedy.Text.Contains("-j ACCEPT", StringComparison.Ordinal)),
            remedy =>
            {
                Assert.Matches("-s (GATEWAY|VISITOR) ", remedy.Text);
                Assert.Contains("--dport {port}", remedy.Text, StringComparison.Ordinal);
                Assert.Contains("(sleep 60; iptables -D", remedy.Text, StringComparison.Ordinal);
            });

    [Theory, MemberData(nameof(All))]
    public void No_remedy_switches_a_firewall_off(string id)
    {
        string[] wrecking =
        [
            "ufw disable", "iptables -F", "iptables --flush", "-P INPUT ACCEPT", "nft flush", "stop firewalld",
            "disable firewalld", "setenforce 0",
        ];
        Assert.All(
            Causes[id].AdminRemedies,
            remedy => Assert.DoesNotContain(wrecking, words => remedy.Text.Contains(words, StringComparison.Ordinal)));
    }

    private static bool Ours(CauseKnowledge cause) => Categories.Contains(cause.Category);

    private static double Likely(string id, Observable question)
        => Causes[id].Signs.GetValueOrDefault(question)?.Likely ?? question.Traits().Usually;
}
