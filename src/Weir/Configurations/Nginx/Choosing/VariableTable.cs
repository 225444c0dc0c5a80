namespace Weir.Configurations.Nginx.Choosing;

/// <summary>Replaces variables as far as configuration and request tell.</summary>
internal sealed class VariableTable(NginxTree tree)
{
    /// <summary>Longest text that is made, characters; a chain of <c>set</c> can double it each time.</summary>
    private const int MaxLength = 64 * 1024;

    /// <summary>Maps that use maps; real ones have two or three.</summary>
    private const int MaxDepth = 16;

    private readonly Dictionary<string, MapTable> _maps = MapTable.Read(tree.Http);

    // Set somewhere, so it is empty before, and not unknown.
    private readonly HashSet<string> _assigned = [.. tree.Servers.SelectMany(server => Assigned(server.Outside))];

    /// <summary>Replaces the variables of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="visit">The request.</param>
    /// <param name="escapesCaptures">Numbered groups are put into a query or an address, and escaped for it.</param>
    public Evaluated Evaluate(string text, Visit visit, bool escapesCaptures = false)
        => Evaluate(text, visit, escapesCaptures, 0);

    /// <summary>The value of a variable.</summary>
    public Evaluated Value(string name, Visit visit) => Value(name, visit, 0);

    private Evaluated Evaluate(string text, Visit visit, bool escapesCaptures, int depth)
    {
        if (!text.Contains('$'))
        {
            return Evaluated.Known(text);
        }

        var made = new System.Text.StringBuilder();
        var unknown = new List<string>();
        foreach (var part in NginxTemplate.Parse(text))
        {
            var value = !part.IsVariable ? Evaluated.Known(part.Text) : Value(part.Text, visit, depth);
            var isCapture = escapesCaptures && part.IsVariable && char.IsAsciiDigit(part.Text[0]);
            made.Append(isCapture && visit.IsQuoted ? UriEscape.Query(value.Text) : value.Text);
            unknown.AddRange(value.Unknown);
            if (made.Length > MaxLength)
            {
                return new(text[..Math.Min(text.Length, MaxLength)], NginxValue.Variables(text));
            }
        }

        return new(made.ToString(), [.. unknown.Distinct()]);
    }

    private Evaluated Value(string name, Visit visit, int depth)
    {
        if (!visit.TakeValue())
        {
            return Evaluated.Variable(name);
        }

        if (char.IsAsciiDigit(name[0]))
        {
            var number = name[0] - '0';
            return Evaluated.Known(number < visit.Captures.Count ? visit.Captures[number] ?? "" : "");
        }

        if (visit.Set.TryGetValue(name, out var set))
        {
            return set;
        }

        if (_maps.TryGetValue(name, out var map) && depth < MaxDepth)
        {
            return Mapped(name, map, visit, depth + 1);
        }

        return _assigned.Contains(name) ? Evaluated.Known("")
            : name is "request_filename" or "realpath_root" or "document_root" ? Files(name, visit, depth)
            : RequestVariables.Value(name, visit) is { } value ? Evaluated.Known(value)
            : Evaluated.Variable(name);
    }

    private Evaluated Mapped(string name, MapTable map, Visit visit, int depth)
    {
        var key = Evaluate(map.Source, visit, escapesCaptures: false, depth);
        return key.IsKnown && map.Find(key.Text, visit) is { } value
            ? Evaluate(value, visit, escapesCaptures: false, depth)
            : Evaluated.Variable(name);
    }

    private Evaluated Files(string name, Visit visit, int depth)
    {
        if (visit.Location is not { } location || depth >= MaxDepth)
        {
            return Evaluated.Variable(name);
        }

        var folder = NginxActions.Files(location, tree.Build);
        var root = Evaluate(folder.Folder, visit, escapesCaptures: false, depth + 1);
        return name == "request_filename"
            ? root with { Text = FilePlace.Join(root.Text, folder.ReplacesPath, location, visit.Uri) }
            : root;
    }

    private static IEnumerable<string> Assigned(NginxLocation location)
        => location.Scope.Own("set").Select(each => each.First.TrimStart('$'))
            .Concat(location.Regex?.Names.Keys ?? [])
            .Concat(location.Locations.Concat(location.Conditions.Values).SelectMany(Assigned));
}
