namespace Weir.Configurations.Nginx;

/// <summary>A configuration as nginx sees it: what was read, cut into servers, groups and the scopes around
/// them.</summary>
internal sealed class NginxTree
{
    private readonly Dictionary<string, UpstreamGroup> _groups;

    private NginxTree(
        IReadOnlyList<NginxDirective> directives, IReadOnlyList<string> read, ConfigurationFiles files,
        NginxBuild build, ReadBudget budget)
    {
        (Read, Files, Build, Budget) = (read, files, build, budget);
        Main = new(directives, null);
        Events = new(Blocks("events"), null);
        Http = new(Blocks("http"), Main);
        Servers = [.. Http.Own("server").Where(each => each.Block is not null)
            .Select(each => new ServerBlock(each, Http, budget))];
        Groups = NginxGroups.Read(Http, build, budget);
        _groups = Groups.GroupBy(group => group.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The files that were read.</summary>
    public IReadOnlyList<string> Read { get; }

    /// <summary>Where files that routes look for are looked up.</summary>
    public ConfigurationFiles Files { get; }

    /// <summary>What is compiled in.</summary>
    public NginxBuild Build { get; }

    /// <summary>Where problems are noted.</summary>
    public ReadBudget Budget { get; }

    /// <summary>The outermost level.</summary>
    public NginxScope Main { get; }

    /// <summary>The level of <c>events</c>.</summary>
    public NginxScope Events { get; }

    /// <summary>The level of <c>http</c>.</summary>
    public NginxScope Http { get; }

    /// <summary>The servers in order.</summary>
    public IReadOnlyList<ServerBlock> Servers { get; }

    /// <summary>The groups of upstream servers in order.</summary>
    public IReadOnlyList<UpstreamGroup> Groups { get; }

    /// <summary>Reads the configuration of a build.</summary>
    public static NginxTree Of(ConfigurationFiles files, NginxBuild build)
    {
        var budget = new ReadBudget();
        var includes = new NginxIncludes(files, build.ConfigurationFolder, budget);
        var directives = includes.ReadTree(build.ConfigurationPath, null);
        DirectiveRules.Check(directives, budget);
        return new(directives, includes.Read, files, build, budget);
    }

    /// <summary>The group of a name; null when there is none.</summary>
    public UpstreamGroup? Group(string name) => _groups.GetValueOrDefault(name);

    private List<NginxDirective> Blocks(string name)
        => [.. Main.Own(name).SelectMany(each => each.Block ?? [])];
}
