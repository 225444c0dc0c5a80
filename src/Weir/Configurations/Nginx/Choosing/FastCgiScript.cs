namespace Weir.Configurations.Nginx.Choosing;

/// <summary>What FastCGI is told to run: <c>fastcgi_split_path_info</c> and <c>fastcgi_index</c>.</summary>
internal static class FastCgiScript
{
    /// <summary>The script's path: the first group of the split, or the whole path, with the index where it is a
    /// folder.
    /// </summary>
    public static string Name(Visit visit)
        => Split(visit) is [_, var script, ..] ? script ?? ""
            : visit.Uri.EndsWith('/') ? visit.Uri + visit.Location?.Scope.Value("fastcgi_index")
            : visit.Uri;

    /// <summary>What follows the script's name; empty when nothing does.</summary>
    public static string PathInfo(Visit visit) => Split(visit) is [_, _, var info, ..] ? info ?? "" : "";

    private static IReadOnlyList<string?>? Split(Visit visit)
        => visit.Location?.Scope.Value("fastcgi_split_path_info") is { } pattern
            ? new NginxRegex(pattern, ignoreCase: false).Match(visit.Uri)
            : null;
}
