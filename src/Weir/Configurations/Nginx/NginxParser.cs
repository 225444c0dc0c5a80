namespace Weir.Configurations.Nginx;

/// <summary>
/// Reads the directives of one text. What nginx would refuse is noted, and reading goes on behind it. Includes are left
/// as they stand.
/// </summary>
internal sealed class NginxParser
{
    /// <summary>Blocks in blocks, over all files; nested locations seldom make ten.</summary>
    private const int MaxDepth = 64;

    private readonly NginxWords _words;
    private readonly ReadBudget _budget;

    private readonly int _outside;

    private NginxParser(string text, string file, ReadBudget budget, int outside)
        => (_words, _budget, _outside) = (new NginxWords(text, file, budget), budget, outside);

    /// <summary>The directives of a text; never throws.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">Its file's path.</param>
    /// <param name="budget">What may be used, and where mistakes are noted.</param>
    /// <param name="outside">Blocks around the line that includes the file.</param>
    public static IReadOnlyList<NginxDirective> Parse(string text, string file, ReadBudget budget, int outside = 0)
    {
        if (text.StartsWith('\uFEFF'))
        {
            budget.Report(
                ProblemKind.Syntax, "The file begins with a byte order mark, which nginx takes for a directive.",
                new SourceLine(file, 1));
            text = text[1..];
        }

        return new NginxParser(text, file, budget, outside).Block(depth: 0);
    }

    private List<NginxDirective> Block(int depth)
    {
        var directives = new List<NginxDirective>();
        while (true)
        {
            var (words, end, at) = _words.Next();
            if (words.Count > 0 && !_budget.TakeDirective(at))
            {
                _words.SkipAll();
                return directives;
            }

            Complain(words, end, at, depth);
            if (words.Count > 0 || end == WordsEnd.Open)
            {
                directives.Add(new(
                    words.Count > 0 ? words[0] : "", words.Count > 1 ? words[1..] : [],
                    end == WordsEnd.Open ? Inside(words, at, depth + 1) : null, at));
            }

            if (end == WordsEnd.End || (end == WordsEnd.Close && depth > 0))
            {
                return directives;
            }
        }
    }

    private List<NginxDirective> Inside(List<string> words, SourceLine at, int depth)
    {
        if (words.Count > 0 && words[0].EndsWith("_by_lua_block", StringComparison.Ordinal))
        {
            if (!_words.SkipLua())
            {
                _budget.Report(ProblemKind.Syntax, "unexpected end of file, expecting \"}\" to end the Lua block", at);
            }

            return [];
        }

        if (depth + _outside > MaxDepth)
        {
            _budget.Report(
                ProblemKind.Limit, $"More than {MaxDepth} blocks in each other; the rest of the file is not read.", at);
            _words.SkipAll();
            return [];
        }

        return Block(depth);
    }

    private void Complain(List<string> words, WordsEnd end, SourceLine at, int depth)
    {
        var message = end switch
        {
            WordsEnd.Semicolon when words.Count == 0 => "unexpected \";\"",
            WordsEnd.Open when words.Count == 0 => "unexpected \"{\"",
            WordsEnd.Close when words.Count > 0
                => $"unexpected \"}}\"; is a semicolon missing after \"{string.Join(' ', words.Take(3))}\"?",
            WordsEnd.Close when depth == 0 => "unexpected \"}\"",
            WordsEnd.End when words.Count > 0 => "unexpected end of file, expecting \";\" or \"}\"",
            WordsEnd.End when depth > 0 => "unexpected end of file, expecting \"}\"",
            WordsEnd.Semicolon or WordsEnd.Open or WordsEnd.Close or WordsEnd.End => null,
        };
        if (message is not null)
        {
            _budget.Report(ProblemKind.Syntax, message, at);
        }
    }
}
