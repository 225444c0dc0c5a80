namespace Weir.Configurations.Nginx;

/// <summary>Reads a configuration file with everything that it includes, in the place where it is included.</summary>
internal sealed class NginxIncludes(ConfigurationFiles files, string folder, ReadBudget budget)
{
    /// <summary>Files that include files; real trees have three or four levels.</summary>
    private const int MaxDepth = 32;

    private readonly Dictionary<string, FileText> _texts = [];
    private readonly List<string> _open = [];
    private readonly List<string> _read = [];
    private int _blocks;

    /// <summary>The files that were read, each once, in order.</summary>
    public IReadOnlyList<string> Read => _read;

    /// <summary>The directives of a file and of what it includes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="from">The line that includes it; null for the first file.</param>
    public IReadOnlyList<NginxDirective> ReadTree(string path, SourceLine? from)
    {
        if (_open.Contains(path))
        {
            budget.Report(ProblemKind.Loop, $"{path} includes itself: {string.Join(" → ", _open)} → {path}", from);
            return [];
        }

        if (_open.Count == MaxDepth)
        {
            budget.Report(ProblemKind.Limit, $"Includes are more than {MaxDepth} deep; {path} is not read.", from);
            return [];
        }

        if (TextOf(path, from) is not { } text)
        {
            return [];
        }

        _open.Add(path);
        var directives = Expand(NginxParser.Parse(text, path, budget, _blocks));
        _open.RemoveAt(_open.Count - 1);
        return directives;
    }

    private string? TextOf(string path, SourceLine? from)
    {
        if (!_texts.TryGetValue(path, out var read))
        {
            _texts[path] = read = files.Read(path);
            if (read.Text is not null)
            {
                _read.Add(path);
            }
        }

        if (read.Problem is { } problem)
        {
            budget.Report(problem, $"{path} cannot be read: {read.Reason}", from);
        }

        return read.Text is { } text && budget.TakeFile(text.Length, from) ? text : null;
    }

    private List<NginxDirective> Expand(IReadOnlyList<NginxDirective> directives)
    {
        var all = new List<NginxDirective>(directives.Count);
        foreach (var directive in directives)
        {
            if (directive is { Name: "include", Block: null, Arguments.Count: 1 })
            {
                all.AddRange(Included(directive));
            }
            else
            {
                all.Add(directive.Block is { Count: > 0 } block ? directive with { Block = Inside(block) } : directive);
            }
        }

        return all;
    }

    private List<NginxDirective> Inside(IReadOnlyList<NginxDirective> block)
    {
        _blocks++;
        var directives = Expand(block);
        _blocks--;
        return directives;
    }

    private IEnumerable<NginxDirective> Included(NginxDirective include)
    {
        var path = NginxPath.Absolute(include.First, folder);
        if (!GlobPattern.IsPattern(path))
        {
            return ReadTree(path, include.At);
        }

        var found = files.Find(path, budget.FilesLeft);
        if (found.Denied is { } denied)
        {
            budget.Report(
                ProblemKind.UnreadableFile, $"{denied} cannot be listed (permission denied), so files of "
                + $"{include.First} may be missing.", include.At);
        }

        if (found.IsCut)
        {
            budget.Report(ProblemKind.Limit, $"{include.First} names too many files; not all are read.", include.At);
        }

        return found.Paths.SelectMany(each => ReadTree(each, include.At)).ToList();
    }
}
