using Weir.Knowledge;
using Weir.Vocabulary;

namespace Weir.Tests.Kit;

/// <summary>
/// Knowledge that does not change when the real one is improved: one cause with everything, the others with the least.
/// </summary>
internal static class SampleKnowledge
{
    /// <summary>The cause that has everything.</summary>
    public const string Full = "upstream.not-listening";

    private const string FullText = """
        # Nothing listens on the upstream's address and port

        - weight: 12

        The connection attempt reached the machine, and the machine's own kernel answered at once that no program
        accepts connections on that port.

        The refusal comes within one round trip.

        ## Shows as

        - connect-refused 90 %
        - connect-denied 5 %: the socket file is gone

        ## Signs

        - listener-present 1 %: nobody holds the port
        - kernel-sent-reset 97 %: a closed port is refused by the kernel itself
        - stopped-on-purpose 30 %

        ## Brings about

        - balancer.no-healthy-upstream 25 %

        ## Confused with

        - firewall.reject, ask `listener-present`: a firewall refuses although something listens; here nothing does.

        ## For the visitor

        - Nothing on your side can help. Try again later, or tell the site.

        ## For the administrator

        ### any

        - Check what listens: `ss -ltnp 'sport = :{port}'` on {host}.

        ### nginx

        - Give the `upstream` a second `server`, so that one stopped process is not an outage;
          `proxy_next_upstream error timeout` moves on by itself.
        """;

    /// <summary>All causes.</summary>
    public static KnowledgeBase All { get; } = KnowledgeBase.Read(
        CauseList.Ids.Select(id => ($"{id}.md", id == Full ? FullText : Least(id))));

    private static string Least(string id) => $"""
        # The title of {id}

        - weight: 1

        The explanation of {id}.

        ## Shows as

        - connect-refused 10 %

        ## For the visitor

        - Wait.

        ## For the administrator

        ### any

        - Mend it.
        """;
}
