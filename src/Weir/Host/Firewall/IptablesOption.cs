using System.Text;

namespace Weir.Host.Firewall;

/// <summary>An option of a rule of iptables with its values.</summary>
/// <param name="Name">The option with its dashes.</param>
/// <param name="Negated">A <c>!</c> stands before it.</param>
/// <param name="Values">The words after it.</param>
internal sealed record IptablesOption(string Name, bool Negated, IReadOnlyList<string> Values)
{
    /// <summary>The first value; empty when there is none.</summary>
    public string Value => Values.Count > 0 ? Values[0] : "";

    /// <summary>The option as it is printed.</summary>
    public string Text => (Negated ? "! " : "") + string.Join(' ', [Name, .. Values.Select(Quoted)]);

    /// <summary>Parts a line into options. A word in quotes is a value whatever it begins with.</summary>
    public static IReadOnlyList<IptablesOption> ParseAll(string line)
    {
        var options = new List<IptablesOption>();
        List<string>? values = null;
        var negated = false;
        foreach (var (word, quoted) in Words(line))
        {
            if (!quoted && word == "!")
            {
                negated = true;
            }
            else if (!quoted && word.Length > 1 && word[0] == '-')
            {
                values = [];
                options.Add(new IptablesOption(word, negated, values));
                negated = false;
            }
            else
            {
                values?.Add(word);
            }
        }

        return options;
    }

    private static string Quoted(string word) => word.Contains(' ', StringComparison.Ordinal) ? $"\"{word}\"" : word;

    private static IEnumerable<(string Word, bool Quoted)> Words(string line)
    {
        var word = new StringBuilder();
        var (inside, quoted) = (false, false);
        for (var at = 0; at < line.Length; at++)
        {
            if (inside && line[at] == '\\' && at + 1 < line.Length)
            {
                word.Append(line[++at]);
            }
            else if (line[at] == '"')
            {
                (inside, quoted) = (!inside, true);
            }
            else if (line[at] == ' ' && !inside)
            {
                if (word.Length > 0 || quoted)
                {
                    yield return (word.ToString(), quoted);
                }

                word.Clear();
                quoted = false;
            }
            else
            {
                word.Append(line[at]);
            }
        }

        if (word.Length > 0 || quoted)
        {
            yield return (word.ToString(), quoted);
        }
    }
}
