namespace Weir.Configurations.Nginx.Choosing;

/// <summary>Tries the condition of an <c>if</c>.</summary>
internal sealed class Condition(VariableTable variables, FilePlace places)
{
    /// <summary>Whether it holds; null when only the running gateway knows.</summary>
    public bool? Holds(NginxDirective condition, Visit visit) => Words(condition.Arguments) switch
    {
        [['$', .. var name]] => Truth(variables.Value(Plain(name), visit)),
        [['-' or '!', ..] test, var path] => Exists(test, variables.Evaluate(path, visit), visit),
        [['$', .. var name], var sign, var text]
            => Compare(variables.Value(Plain(name), visit), sign, text, condition, visit),
        _ => null,
    };

    private bool? Compare(Evaluated value, string sign, string text, NginxDirective condition, Visit visit)
    {
        if (!value.IsKnown)
        {
            return null;
        }

        if (sign is "=" or "!=")
        {
            var other = variables.Evaluate(text, visit);
            return other.IsKnown ? (value.Text == other.Text) == (sign == "=") : null;
        }

        if (sign is not ("~" or "~*" or "!~" or "!~*"))
        {
            return null;
        }

        var steps = visit.Steps.Count;
        var matches = visit.Matches(new(text, sign.EndsWith('*')), value.Text, condition.At);
        return visit.Steps.Count > steps ? null : matches != sign.StartsWith('!');
    }

    private static bool? Truth(Evaluated value) => value.IsKnown ? value.Text is not ("" or "0") : null;

    private bool? Exists(string test, Evaluated path, Visit visit)
    {
        var kind = path.IsKnown ? places.Look(path.Text, visit) : FileKind.Unknown;
        bool? found = (test.TrimStart('!'), kind) switch
        {
            ("-x", _) or (_, FileKind.Unknown) => null, // who may run it is not looked at
            ("-f", _) => kind == FileKind.File,
            ("-d", _) => kind == FileKind.Folder,
            ("-e", _) => kind != FileKind.None,
            _ => null,
        };
        return test.StartsWith('!') ? !found : found;
    }

    private static string Plain(string name) => name.Trim('{', '}');

    // The parentheses stand at the first and last word, or alone.
    private static List<string> Words(IReadOnlyList<string> arguments)
    {
        var words = arguments.ToList();
        if (words.Count == 0 || !words[0].StartsWith('(') || !words[^1].EndsWith(')'))
        {
            return [];
        }

        words[0] = words[0][1..];
        words[^1] = words[^1].Length > 0 ? words[^1][..^1] : "";
        return [.. words.Where((word, index) => word.Length > 0 || (index > 0 && index < words.Count - 1))];
    }
}
