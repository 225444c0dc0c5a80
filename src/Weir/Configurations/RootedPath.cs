namespace Weir.Configurations;

/// <summary>
/// Follows links below a root as a process would whose <c>/</c> it is. The kernel would follow an absolute link found
/// below <c>/proc/PID/root</c> into the host's own files.
/// </summary>
internal sealed class RootedPath(string root)
{
    /// <summary>Links that are followed, as the kernel's own MAXSYMLINKS; more is a loop.</summary>
    private const int MaxLinks = 40;

    /// <summary>Longest path, characters, as the kernel's PATH_MAX.</summary>
    private const int MaxLength = 4096;

    private readonly string _root = root.TrimEnd('/');

    /// <summary>The path on this machine; null where links go in a circle or the path is too long.</summary>
    public string? Resolve(string path)
    {
        if (path.Length > MaxLength || path.Contains('\0'))
        {
            return null;
        }

        return _root.Length == 0 ? "/" + path.TrimStart('/') : Follow(path);
    }

    private string? Follow(string path)
    {
        var left = new Stack<string>(Parts(path).Reverse());
        var done = new List<string>();
        for (var links = 0; left.TryPop(out var part);)
        {
            if (part == "..")
            {
                done.RemoveRange(Math.Max(0, done.Count - 1), Math.Min(1, done.Count));
                continue;
            }

            if (LinkOf(Join(done) + "/" + part) is not { } target)
            {
                done.Add(part);
                continue;
            }

            if (++links > MaxLinks)
            {
                return null;
            }

            if (target.StartsWith('/'))
            {
                done.Clear();
            }

            foreach (var piece in Parts(target).Reverse())
            {
                left.Push(piece);
            }
        }

        return Join(done);
    }

    private static IEnumerable<string> Parts(string path)
        => path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".");

    private string Join(List<string> parts) => _root + string.Concat(parts.Select(part => "/" + part));

    private static string? LinkOf(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null; // what is wrong with it is said by opening it
        }
    }
}
