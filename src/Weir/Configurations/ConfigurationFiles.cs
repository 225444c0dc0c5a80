using System.Text;

namespace Weir.Configurations;

/// <summary>
/// The files that a gateway sees: those of this machine, or below <c>/proc/PID/root</c> those of its container. Reads
/// only, and regular files only. Paths are the gateway's own; links are followed inside the root, never out of it.
/// </summary>
/// <param name="root">The folder that is <c>/</c> for the gateway.</param>
public sealed class ConfigurationFiles(string root = "/")
{
    /// <summary>Largest file that is read, bytes. Generated maps of some megabytes exist; more is no
    /// configuration.</summary>
    public const int MaxFileBytes = 16 * 1024 * 1024;

    /// <summary>Entries of one folder that are looked at for a pattern; a folder of sites has some thousands.</summary>
    public const int MaxEntries = 100_000;

    private readonly RootedPath _root = new(root);

    /// <summary>What stands at a path.</summary>
    public FileKind Kind(string path)
        => _root.Resolve(path) is { } real ? FileStatus.Of(real) : FileKind.None;

    /// <summary>Reads a file as UTF-8; bytes that are none become replacement characters.</summary>
    public FileText Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Kind(path) switch
        {
            FileKind.None => FileText.Failed(ProblemKind.MissingFile, "No such file or directory"),
            FileKind.Folder => FileText.Failed(ProblemKind.UnreadableFile, "Is a directory"),
            FileKind.Special => FileText.Failed(ProblemKind.UnreadableFile, "Not a regular file"),
            FileKind.Unknown => FileText.Failed(ProblemKind.UnreadableFile, "Permission denied"),
            FileKind.File => ReadRegular(_root.Resolve(path)!),
        };
    }

    /// <summary>The files that a pattern of the C library's <c>glob</c> matches, in its order.</summary>
    /// <param name="pattern">An absolute path with <c>*</c>, <c>?</c> and <c>[…]</c> in any of its parts.</param>
    /// <param name="limit">How many are given at most.</param>
    public FoundFiles Find(string pattern, int limit)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var (found, denied, isCut) = (new List<string> { "" }, (string?)null, false);
        foreach (var part in pattern.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var next = new List<string>();
            foreach (var folder in found.TakeWhile(_ => next.Count <= MaxEntries))
            {
                if (!GlobPattern.IsPattern(part))
                {
                    next.Add($"{folder}/{part}");
                    continue;
                }

                denied = Match(folder, part, next) ? denied : folder;
            }

            isCut |= next.Count > MaxEntries;
            found = next.Count > MaxEntries ? next[..MaxEntries] : next;
        }

        var paths = found.Where(path => Kind(path) != FileKind.None).Order(StringComparer.Ordinal).ToList();
        isCut |= paths.Count > limit;
        return new([.. paths.Take(limit)], denied, isCut);
    }

    // False when the folder may not be listed.
    private bool Match(string folder, string pattern, List<string> found)
    {
        if (_root.Resolve(folder + "/") is not { } real || FileStatus.Of(real) == FileKind.None)
        {
            return true;
        }

        try
        {
            found.AddRange(Directory.EnumerateFileSystemEntries(real)
                .Take(MaxEntries)
                .Select(entry => Path.GetFileName(entry))
                .Where(name => GlobPattern.Matches(pattern, name))
                .Select(name => $"{folder}/{name}"));
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            return true; // no folder, or gone meanwhile: it has no files
        }
    }

    private static FileText ReadRegular(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var bytes = new byte[Math.Clamp(file.Length, 4096, MaxFileBytes) + 1];
            var count = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return count > MaxFileBytes
                ? FileText.Failed(ProblemKind.Limit, $"larger than {MaxFileBytes / 1024 / 1024} MiB")
                : FileText.Of(Encoding.UTF8.GetString(bytes, 0, count));
        }
        catch (UnauthorizedAccessException)
        {
            return FileText.Failed(ProblemKind.UnreadableFile, "Permission denied");
        }
        catch (FileNotFoundException)
        {
            return FileText.Failed(ProblemKind.MissingFile, "No such file or directory");
        }
        catch (IOException error)
        {
            return FileText.Failed(ProblemKind.UnreadableFile, error.Message);
        }
    }
}
