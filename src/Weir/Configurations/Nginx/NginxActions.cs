namespace Weir.Configurations.Nginx;

/// <summary>Reads what happens to a request at a place.</summary>
internal static class NginxActions
{
    // Directives of modules that answer by themselves. Lua's, echo's and others' are found by their beginning.
    private static readonly string[] Others =
    [
        "stub_status", "empty_gif", "js_content", "perl", "flv", "mp4", "hls", "api", "status", "random_index",
        "vhost_traffic_status_display", "nchan_pubsub", "nchan_subscriber", "nchan_publisher", "push_stream_subscriber",
    ];

    /// <summary>What happens when no condition inside says otherwise.</summary>
    public static RouteAction Of(NginxLocation location, NginxTree tree)
        => location.Scope.OwnLast("return") is { } leave ? Leaves(leave) : Content(location, tree);

    /// <summary>What happens in the end, behind every rewriting.</summary>
    public static RouteAction Content(NginxLocation location, NginxTree tree)
        => Handler(location) switch
        {
            { } pass when NginxHops.Directives.Contains(pass.Name)
                => new PassAction(NginxHops.Read(pass, location.Scope, tree), pass.At),
            { } other => new OtherAction(other.Name, other.At),
            null => Files(location, tree.Build),
        };

    /// <summary>The directive that takes the request; null when files are served. The inside of an <c>if</c> has that
    /// of the location around it; a location in a location has its own or none.</summary>
    public static NginxDirective? Handler(NginxLocation location)
        => location.Scope.Directives
                .LastOrDefault(each => NginxHops.Directives.Contains(each.Name) || IsOther(each.Name))
            ?? (location is { IsCondition: true, Outer: { } outer } ? Handler(outer) : null);

    /// <summary>What a <c>return</c> does.</summary>
    public static RouteAction Leaves(NginxDirective leave)
    {
        var text = leave.Arguments.Count > 1 ? leave.Arguments[1] : null;
        return NginxValue.Count(leave.First) switch
        {
            null => new RedirectAction(302, leave.First, leave.At),
            301 or 302 or 303 or 307 or 308 when text is not null
                => new RedirectAction(NginxValue.Count(leave.First)!.Value, text, leave.At),
            { } status => new AnswerAction(status, text, leave.At),
        };
    }

    private static bool IsOther(string name)
        => Others.Contains(name) || name.StartsWith("content_by_lua", StringComparison.Ordinal)
            || name is "echo" or "echo_exec" or "echo_duplicate" or "echo_location";

    /// <summary>Where files are served from: the nearest of <c>root</c> and <c>alias</c>.</summary>
    public static FilesAction Files(NginxLocation location, NginxBuild build)
    {
        var (root, alias) = (location.Scope.Find("root"), location.Scope.Find("alias"));
        var isAlias = alias is not null && IsNearer(location, "alias", "root");
        var directive = isAlias ? alias : root;
        return new(
            NginxPath.Absolute(directive?.First ?? "html", build.Prefix), isAlias,
            directive?.At ?? location.Directive.At);
    }

    private static bool IsNearer(NginxLocation location, string name, string other)
    {
        for (var each = location; each is not null; each = each.Outer)
        {
            if (each.Scope.OwnLast(name) is not null || each.Scope.OwnLast(other) is not null)
            {
                return each.Scope.OwnLast(name) is not null;
            }
        }

        return false;
    }
}
