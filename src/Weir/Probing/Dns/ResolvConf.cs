using System.Globalization;
using System.Net;

namespace Weir.Probing.Dns;

/// <summary>What <c>/etc/resolv.conf</c> tells glibc's resolver (resolv.conf(5)).</summary>
public sealed record ResolvConf
{
    /// <summary>Servers that glibc uses; the rest of the file's are ignored (MAXNS).</summary>
    private const int MostServers = 3;
    private const int MostDots = 15;
    private const int MostTimeoutSeconds = 30;
    private const int MostAttempts = 5;
    private static readonly char[] Blanks = [' ', '\t', '\r'];

    /// <summary>The servers that are used, in their order; this machine where the file names none.</summary>
    public required IReadOnlyList<IPAddress> NameServers { get; init; }

    /// <summary>Servers that stand in the file and are not used, because glibc stops at three.</summary>
    public IReadOnlyList<IPAddress> Ignored { get; init; } = [];

    /// <summary>The domains that are put behind short names.</summary>
    public IReadOnlyList<string> Search { get; init; } = [];

    /// <summary>A name with fewer dots than this is tried with the search domains first.</summary>
    public int Ndots { get; init; } = 1;

    /// <summary>How long glibc waits for one server.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often glibc goes through the list.</summary>
    public int Attempts { get; init; } = 2;

    /// <summary>Whether the servers take turns.</summary>
    public bool Rotate { get; init; }

    /// <summary>Whether TCP is used instead of UDP.</summary>
    public bool UseTcp { get; init; }

    /// <summary>Lines that have no effect, each with the reason.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>The longest that one question for one name takes when no server answers.</summary>
    public TimeSpan LongestWait => Timeout * (Attempts * NameServers.Count);

    /// <summary>The servers as somebody to ask.</summary>
    public IReadOnlyList<NameServer> Servers =>
    [
        .. NameServers.Select(address => new NameServer(
            new IPEndPoint(address, NameServer.DefaultPort), NameServerRole.System, "resolver of this machine")),
    ];

    /// <summary>The names that glibc asks for, one after the other until one exists.</summary>
    /// <param name="name">The name as a program gives it; a dot at its end switches the search off.</param>
    public IReadOnlyList<string> CandidatesFor(string name)
    {
        if (name.EndsWith('.'))
        {
            return [name[..^1]];
        }

        var searched = Search.Where(domain => domain.Length > 0).Select(domain => $"{name}.{domain}");
        return name.Count(letter => letter == '.') >= Ndots ? [name, .. searched] : [.. searched, name];
    }

    /// <summary>Reads the text of the file. Nothing in it is an error to glibc, so nothing is thrown.</summary>
    public static ResolvConf Parse(string text)
    {
        var servers = new List<IPAddress>();
        var problems = new List<string>();
        var conf = new ResolvConf { NameServers = [] };
        foreach (var line in text.Split('\n').Where(line => line is not ([] or ['#' or ';', ..])))
        {
            conf = line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries) switch
            {
                [] => conf,
                ["nameserver", var address, ..] => conf.WithServer(address, servers, problems),
                ["domain", var domain, ..] => conf with { Search = [Bare(domain)] },
                ["search", .. var domains] => conf with { Search = [.. domains.Select(Bare)] },
                ["options", .. var options] => options.Aggregate(conf, (so, option) => so.WithOption(option)),
                ["sortlist", ..] => conf,
                [var word, ..] => conf.WithProblem($"\"{word}\" is no keyword", problems),
            };
        }

        return conf with
        {
            NameServers = servers.Count == 0 ? [IPAddress.Loopback] : [.. servers.Take(MostServers)],
            Ignored = [.. servers.Skip(MostServers)],
            Problems = problems,
        };
    }

    private ResolvConf WithServer(string text, List<IPAddress> servers, List<string> problems)
    {
        if (!IPAddress.TryParse(text, out var address))
        {
            return WithProblem($"the name server \"{text}\" is no address", problems);
        }

        servers.Add(address);
        return this;
    }

    private ResolvConf WithProblem(string problem, List<string> problems)
    {
        problems.Add(problem);
        return this;
    }

    private ResolvConf WithOption(string option) => option.Split(':') switch
    {
        ["ndots", var value] => this with { Ndots = Number(value, MostDots) ?? Ndots },
        ["timeout", var value] =>
            this with { Timeout = TimeSpan.FromSeconds(Number(value, MostTimeoutSeconds) ?? Timeout.TotalSeconds) },
        ["attempts", var value] => this with { Attempts = Number(value, MostAttempts) ?? Attempts },
        ["rotate"] => this with { Rotate = true },
        ["use-vc"] => this with { UseTcp = true },
        _ => this, // The others change nothing that a diagnosis asks for.
    };

    // glibc caps what is too large without a word.
    private static int? Number(string text, int most)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? Math.Min(value, most)
            : null;

    private static string Bare(string domain) => domain.TrimEnd('.');
}
