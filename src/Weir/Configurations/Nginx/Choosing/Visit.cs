namespace Weir.Configurations.Nginx.Choosing;

/// <summary>A request on its way through nginx: what nginx knows of it at the moment, and what was decided so
/// far.</summary>
internal sealed class Visit(GatewayRequest request, NginxTree tree)
{
    /// <summary>Steps that are kept; ten changes of the path make some dozens.</summary>
    private const int MaxSteps = 500;

    /// <summary>Expressions that are tried; a long list of redirects has some thousands.</summary>
    private const int MaxExpressions = 10_000;

    /// <summary>What one that looks around or back counts: it may take its whole time limit.</summary>
    private const int SlowCost = 20;

    /// <summary>What one that ran into its limit counts: behind some of them nothing more is tried.</summary>
    private const int StuckCost = 2_000;

    /// <summary>Variables that are looked up; maps that use maps can multiply them without end.</summary>
    private const int MaxValues = 20_000;

    private readonly List<ChoiceStep> _steps = [];
    private int _expressions = MaxExpressions;
    private int _values = MaxValues;

    /// <summary>The request.</summary>
    public GatewayRequest Request => request;

    /// <summary>The configuration.</summary>
    public NginxTree Tree => tree;

    /// <summary>The steps so far.</summary>
    public IReadOnlyList<ChoiceStep> Steps => _steps;

    /// <summary>The host in lower case without its port; empty without a Host field.</summary>
    public string Host { get; } = HostOf(request.Host);

    /// <summary>The connection has TLS.</summary>
    public bool Tls { get; set; }

    /// <summary>The server that answers.</summary>
    public ServerBlock? Server { get; set; }

    /// <summary>Where the request is: a location, the inside of an <c>if</c>, or outside of all.</summary>
    public NginxLocation? Location { get; set; }

    /// <summary>The path as it is now, decoded.</summary>
    public string Uri { get; set; } = "/";

    /// <summary>The query as it is now.</summary>
    public string Query { get; set; } = "";

    /// <summary>The path had percent signs when it was sent.</summary>
    public bool IsQuoted { get; set; }

    /// <summary>The target as sent may still be passed on as it is.</summary>
    public bool IsTargetValid { get; set; } = true;

    /// <summary>The path behind the upstream's address still replaces the location's.</summary>
    public bool IsLocationValid { get; set; } = true;

    /// <summary>The path was rewritten, so a location is looked for again.</summary>
    public bool IsUriChanged { get; set; }

    /// <summary>The request was redirected inside or rewritten: internal locations take it.</summary>
    public bool IsInternal { get; set; }

    /// <summary>An error page was used; there is no second one.</summary>
    public bool HasErrorPage { get; set; }

    /// <summary>The status that an error page keeps; null without one.</summary>
    public int? ErrorStatus { get; set; }

    /// <summary>How often the path may still change.</summary>
    public int ChangesLeft { get; set; } = NginxDefaults.UriChanges;

    /// <summary>Groups of the last expression that matched.</summary>
    public IReadOnlyList<string?> Captures { get; private set; } = [];

    /// <summary>Variables that were set, and named groups.</summary>
    public Dictionary<string, Evaluated> Set { get; } = [];

    /// <summary>The upstream's host as <c>$proxy_host</c> has it; null before it is known.</summary>
    public string? ProxyHost { get; set; }

    /// <summary>Notes a step that is sure.</summary>
    public void Say(string says, SourceLine? at) => Note(new(says, at));

    /// <summary>Notes a step that is assumed.</summary>
    public void Guess(string says, SourceLine? at) => Note(new(says, at, IsCertain: false));

    /// <summary>Takes the look-up of one variable; false when there were too many.</summary>
    public bool TakeValue() => _values-- > 0;

    /// <summary>Runs an expression and keeps its groups; one that cannot be run is noted and does not match.</summary>
    public bool Matches(NginxRegex regex, string text, SourceLine at)
    {
        var groups = _expressions > 0 ? regex.Match(text) : null;
        _expressions -= groups is null ? StuckCost : regex.IsLinear ? 1 : SlowCost;
        if (groups is null)
        {
            Guess($"the expression {regex.Pattern} cannot be tried here; taken as not matching", at);
            return false;
        }

        if (groups.Count == 0)
        {
            return false;
        }

        Captures = groups;
        foreach (var (name, number) in regex.Names.Where(each => each.Value < groups.Count))
        {
            Set[name] = Evaluated.Known(groups[number] ?? "");
        }

        return true;
    }

    private void Note(ChoiceStep step)
    {
        if (_steps.Count < MaxSteps)
        {
            _steps.Add(step);
        }
    }

    private static string HostOf(string? field)
    {
        var host = field ?? "";
        var end = host.StartsWith('[') ? host.IndexOf(']') + 1 : host.IndexOf(':');
        return (end > 0 ? host[..end] : host).TrimEnd('.').ToLowerInvariant();
    }
}
