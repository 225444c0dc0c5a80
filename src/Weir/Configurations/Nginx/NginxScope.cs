namespace Weir.Configurations.Nginx;

/// <summary>
/// The directives in force at a place. A name that stands at a level hides all of the levels outside it: for single
/// values that is the nearest one, for lists (fields, logs, error pages) the whole list is replaced.
/// </summary>
internal sealed class NginxScope(IReadOnlyList<NginxDirective> directives, NginxScope? outer)
{
    private readonly ILookup<string, NginxDirective> _own = directives.ToLookup(each => each.Name);

    /// <summary>The directives of this very level, in order.</summary>
    public IReadOnlyList<NginxDirective> Directives => directives;

    /// <summary>Those of this very level with a name.</summary>
    public IEnumerable<NginxDirective> Own(string name) => _own[name];

    /// <summary>The last of this very level with a name; null when there is none.</summary>
    public NginxDirective? OwnLast(string name) => _own[name].LastOrDefault();

    /// <summary>Those of the nearest level that has the name.</summary>
    public IReadOnlyList<NginxDirective> Nearest(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._own.Contains(name))
            {
                return [.. scope._own[name]];
            }
        }

        return [];
    }

    /// <summary>The last of them; null when no level has the name.</summary>
    public NginxDirective? Find(string name) => Nearest(name) is [.., var last] ? last : null;

    /// <summary>Its first argument; null when no level has the name.</summary>
    public string? Value(string name) => Find(name) is { Arguments: [var first, ..] } ? first : null;

    /// <summary>Whether it is <c>on</c>.</summary>
    public bool IsOn(string name, bool otherwise = false)
        => Value(name) is { } value ? value.Equals("on", StringComparison.OrdinalIgnoreCase) : otherwise;

    private NginxScope? Outer { get; } = outer;
}
