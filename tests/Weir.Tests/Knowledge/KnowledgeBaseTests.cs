using Weir.Knowledge;
using Weir.Vocabulary;

namespace Weir.Tests.Knowledge;

/// <summary>What is wrong in a file of the knowledge is refused with file, line and reason.</summary>
public sealed class KnowledgeBaseTests
{
    private const string Id = "firewall.drop";
    private const string File = "firewall.drop.md";

    private const string Good = """
        # A title

        - weight: 5

        An explanation.

        ## Shows as

        - connect-timeout 93 %

        ## Signs

        - other-port-answers 87 %: a reason

        ## Brings about

        - balancer.no-healthy-upstream 25 %

        ## Confused with

        - network.host-down, ask `other-port-answers`: any answer proves that the host is up.

        ## For the visitor

        - Wait.

        ## For the administrator

        ### any

        - Mend it on {host}.
        """;

    /// <summary>What is replaced in the good text, by what, and the whole message.</summary>
    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "# A title", "", "5: A paragraph stands only between the title and the first section.|"
            + ": The file begins with \"# Title\".|: An explanation in plain words is missing." },
        { "- weight: 5", "", ": \"- weight: NUMBER\" is missing." },
        { "- weight: 5", "- weight: 0", "3: Here only \"- weight: NUMBER\" may stand, a number above 0.|"
            + ": \"- weight: NUMBER\" is missing." },
        { "- weight: 5", "- wait: 5", "3: Here only \"- weight: NUMBER\" may stand, a number above 0.|"
            + ": \"- weight: NUMBER\" is missing." },
        { "An explanation.", "", ": An explanation in plain words is missing." },
        { "## Shows as", "## Looks like", "7: \"Looks like\" is no section. Known: shows as, signs, brings about, "
            + "confused with, for the visitor, for the administrator.|"
            + "9: Here only \"- weight: NUMBER\" may stand, a number above 0." },
        { "## Brings about", "## Shows as", "15: \"Shows as\" stands twice or too late; "
            + "the order is that of causes/README.md.|"
            + "17: \"balancer.no-healthy-upstream\" is no observable." },
        { "connect-timeout 93 %", "connect-timout 93 %",
            "9: \"connect-timout\" is no failure. Did you mean \"connect-timeout\"?" },
        { "connect-timeout 93 %", "zzzzzzzzzzzz 93 %", "9: \"zzzzzzzzzzzz\" is no failure." },
        { "connect-timeout 93 %", "connect-timeout often",
            "9: Write \"- NAME 95 %: why\", with the name of one of the failures and a percentage from 0 to 100." },
        { "connect-timeout 93 %", "connect-timeout 193 %",
            "9: Write \"- NAME 95 %: why\", with the name of one of the failures and a percentage from 0 to 100." },
        { "connect-timeout 93 %", "connect-timeout 93 %\n- connect-timeout 2 %",
            "10: \"connect-timeout\" stands twice." },
        { "connect-timeout 93 %", "connect-timeout 93 %\n- connect-refused 9 %",
            ": The percentages of \"Shows as\" add up to more than 100." },
        { "other-port-answers 87 %", "other-ports-answer 87 %",
            "13: \"other-ports-answer\" is no observable. Did you mean \"other-port-answers\"?" },
        { "other-port-answers 87 %: a reason", "other-port-answers -3 %",
            "13: Write \"- NAME 95 %: why\", with the name of one of the observables and a percentage from 0 to 100." },
        { "balancer.no-healthy-upstream 25 %", "balancer.no-healthy-upstream",
            "17: Write \"- CAUSE 30 %\"." },
        { "balancer.no-healthy-upstream 25 %", "balancer.no-healthy-upstrem 25 %",
            "17: \"balancer.no-healthy-upstrem\" is no cause. Did you mean \"balancer.no-healthy-upstream\"?" },
        { "balancer.no-healthy-upstream 25 %", "balancer.down 2 %\n- balancer.down 3 %",
            "18: \"balancer.down\" stands twice." },
        { "network.host-down, ask", "network.host-dawn, ask",
            "21: \"network.host-dawn\" is no cause. Did you mean \"network.host-down\"?" },
        { "ask `other-port-answers`", "ask `other-port-answer`",
            "21: \"other-port-answer\" is no observable. Did you mean \"other-port-answers\"?" },
        { ", ask `other-port-answers`:", ":", "21: Write \"- CAUSE, ask `OBSERVABLE`: how to read the answer\"." },
        { "- Wait.", "", ": A remedy (or the word that there is none) for the visitor is missing." },
        { "- Wait.", "Wait.", "25: A paragraph stands only between the title and the first section.|"
            + ": A remedy (or the word that there is none) for the visitor is missing." },
        { "### any", "### nginxx", "29: \"nginxx\" is no product heading of \"For the administrator\". Known: "
            + "any, nginx, haproxy, apache, caddy, envoy, traefik, php-fpm, gunicorn, uwsgi, node, systemd, iptables, "
            + "linux, docker, kubernetes, postgresql, mysql, cdn.|"
            + "31: A remedy stands under a product heading such as \"### any\".|"
            + ": A remedy for the administrator is missing." },
        { "### any", "", "31: A remedy stands under a product heading such as \"### any\".|"
            + ": A remedy for the administrator is missing." },
        { "- Mend it on {host}.", "", ": A remedy for the administrator is missing." },
        { "{host}", "{hosts}", "31: {hosts} is no placeholder. Known: site, host, port, endpoint, name." },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void A_mistake_is_refused_with_file_line_and_reason(string good, string wrong, string expected)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        var text = Good.Replace(good, wrong, StringComparison.Ordinal);
        Assert.Equal(
            expected.Split('|').Select(each => each[0] == ':' ? $"{File}{each}" : $"{File}:{each}"),
            Problems([.. Others(Id), (File, text)]));
    }

    [Fact]
    public void A_good_file_is_read_as_it_stands()
    {
        var cause = KnowledgeBase.Read([.. Others(Id), (File, Good)]).Find(Id)!;
        Assert.Equal(
            ("A title", 5, "firewall", 0.87, "a reason"),
            (cause.Title, cause.Weight, cause.Category, cause.Signs.Single().Value.Likely,
                cause.Signs.Single().Value.Why));
        Assert.Equal(0.25, cause.BringsAbout["balancer.no-healthy-upstream"]);
        Assert.Equal("network.host-down", cause.ConfusedWith.Single().Id);
        Assert.Equal(new Remedy(Software.Any, "Mend it on {host}."), cause.AdminRemedies.Single());
    }

    [Fact]
    public void A_file_of_no_known_cause_is_refused()
        => Assert.Equal(
            ["firewall.dorp.md: \"firewall.dorp\" is no cause. Did you mean \"firewall.drop\"?"],
            Problems([.. Others(""), ("firewall.dorp.md", Good)]));

    [Fact]
    public void A_cause_without_a_file_is_refused()
        => Assert.Equal([$"{File}: This cause has no file."], Problems(Others(Id)));

    [Fact]
    public void Every_mistake_of_every_file_is_listed_at_once()
    {
        var first = Good.Replace("93 %", "much", StringComparison.Ordinal);
        var second = Good.Replace("- Wait.", "", StringComparison.Ordinal);
        var error = Assert.Throws<KnowledgeException>(() => KnowledgeBase.Read(
            [.. Others(Id).Where(each => each.File != "tls.expired.md"), ("tls.expired.md", second), (File, first)]));
        Assert.Equal([File, "tls.expired.md"], error.Problems.Select(each => each.File));
        Assert.StartsWith("The knowledge in causes/ is wrong:\nfirewall.drop.md:9: ", error.Message);
    }

    private static IEnumerable<string> Problems(IEnumerable<(string, string)> files)
        => Assert.Throws<KnowledgeException>(() => KnowledgeBase.Read(files)).Problems.Select(each => each.ToString());

    private static (string File, string Text)[] Others(string id)
        => [.. CauseList.Ids.Where(each => each != id).Select(each => ($"{each}.md", Good))];
}
