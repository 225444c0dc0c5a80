namespace Weir.Configurations.Nginx;

/// <summary>What reading one configuration may use, and the problems found while it does.</summary>
internal sealed class ReadBudget
{
    /// <summary>Directives: about 200 bytes each, so 60 MB at most. A big hoster's gateway has some 100,000.</summary>
    private const int MaxDirectives = 300_000;

    /// <summary>Characters of all files together, each counted as often as it is included.</summary>
    private const long MaxCharacters = 64 * 1024 * 1024;

    /// <summary>Files, each counted as often as it is included.</summary>
    private const int MaxFiles = 20_000;

    /// <summary>Problems that are kept; who has more has one problem.</summary>
    private const int MaxProblems = 200;

    private readonly List<ConfigurationProblem> _problems = [];
    private readonly Lock _lock = new(); // choices read values too, on any thread
    private int _directives = MaxDirectives;
    private long _characters = MaxCharacters;
    private int _files = MaxFiles;

    /// <summary>The problems so far.</summary>
    public IReadOnlyList<ConfigurationProblem> Problems => _problems;

    /// <summary>Files that may still be read.</summary>
    public int FilesLeft => _files;

    /// <summary>Notes a problem.</summary>
    public void Report(ProblemKind kind, string message, SourceLine? at)
    {
        lock (_lock)
        {
            if (_problems.Count < MaxProblems)
            {
                _problems.Add(new(kind, message, at));
            }
        }
    }

    /// <summary>Takes one directive; false, with a problem the first time, when there are too many.</summary>
    public bool TakeDirective(SourceLine at)
    {
        if (_directives-- == 0)
        {
            Report(ProblemKind.Limit, $"More than {MaxDirectives} directives; the rest is not read.", at);
        }

        _directives = Math.Max(_directives, -1);
        return _directives >= 0;
    }

    /// <summary>Takes a file; false, with a problem, when there are too many or they are too large.</summary>
    public bool TakeFile(int characters, SourceLine? at)
    {
        if (_files == 0 || _characters < characters)
        {
            Report(ProblemKind.Limit, "Too many or too large files are included; this one is not read.", at);
            return false;
        }

        (_files, _characters) = (_files - 1, _characters - characters);
        return true;
    }
}
