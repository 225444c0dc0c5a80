namespace Weir.Configurations.Nginx.Choosing;

/// <summary>A <c>map</c>: the value of one variable decided by another text.</summary>
internal sealed class MapTable
{
    private readonly Dictionary<string, string> _exact = [];
    private readonly HostTable<string> _hosts = new();
    private readonly List<(NginxRegex Regex, string Value, SourceLine At)> _expressions = [];
    private readonly bool _hasHosts;
    private readonly string _default = "";

    private MapTable(NginxDirective map)
    {
        Source = map.First;
        _hasHosts = map.Block!.Any(each => each is { Name: "hostnames", Arguments.Count: 0 });
        foreach (var entry in map.Block!.Where(each => each.Arguments.Count == 1))
        {
            switch (entry.Name)
            {
                case "default":
                    _default = entry.First;
                    break;
                case ['~', '*', .. var expression]:
                    _expressions.Add((new(expression, ignoreCase: true), entry.First, entry.At));
                    break;
                case ['~', .. var expression]:
                    _expressions.Add((new(expression, ignoreCase: false), entry.First, entry.At));
                    break;
                default:
                    Add(entry.Name.StartsWith('\\') ? entry.Name[1..] : entry.Name, entry.First);
                    break;
            }
        }
    }

    /// <summary>The text that decides, as written.</summary>
    public string Source { get; }

    /// <summary>The maps of a configuration by the variable that they make.</summary>
    public static Dictionary<string, MapTable> Read(NginxScope http)
        => http.Own("map").Where(each => each is { Block: not null, Arguments.Count: 2 })
            .GroupBy(each => each.Arguments[1].TrimStart('$'))
            .ToDictionary(group => group.Key, group => new MapTable(group.Last()));

    /// <summary>The value for a key, variables not replaced; null when an expression could not be tried.</summary>
    public string? Find(string key, Visit visit)
    {
        var lower = key.ToLowerInvariant();
        if (_exact.TryGetValue(lower, out var exact))
        {
            return exact;
        }

        if (_hasHosts && _hosts.Find(lower.TrimEnd('.')) is { } byHost)
        {
            return byHost;
        }

        var steps = visit.Steps.Count;
        foreach (var (regex, value, at) in _expressions)
        {
            if (visit.Matches(regex, key, at))
            {
                return value;
            }
        }

        return visit.Steps.Count > steps ? null : _default;
    }

    private void Add(string key, string value)
    {
        var name = NginxServerName.Parse(key, default);
        if (_hasHosts && name.Name.Match is not (NameMatch.Exact or NameMatch.Regex))
        {
            _hosts.Add(name.Name, value);
        }
        else
        {
            _exact.TryAdd(key.ToLowerInvariant(), value);
        }
    }
}
