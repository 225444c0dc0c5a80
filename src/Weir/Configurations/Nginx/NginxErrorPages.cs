namespace Weir.Configurations.Nginx;

/// <summary>Reads <c>error_page</c>.</summary>
internal static class NginxErrorPages
{
    /// <summary>The error pages in force.</summary>
    public static IReadOnlyList<ErrorPage> Of(NginxScope scope)
        => [.. scope.Nearest("error_page").Where(each => each.Arguments.Count >= 2).Select(Page)];

    private static ErrorPage Page(NginxDirective directive)
    {
        var words = directive.Arguments;
        var mark = words.Count > 2 && words[^2].StartsWith('=') ? words[^2][1..] : null;
        var statuses = words.Take(words.Count - (mark is null ? 1 : 2));
        return new(
            [.. statuses.Select(NginxValue.Count).OfType<int>()],
            mark is null ? null : mark.Length == 0 ? 0 : NginxValue.Count(mark),
            words[^1], directive.At);
    }
}
