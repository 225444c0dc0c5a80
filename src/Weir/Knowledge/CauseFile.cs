using System.Collections.Immutable;
using System.Globalization;
using Weir.Diagnosis;
using Weir.Vocabulary;

namespace Weir.Knowledge;

/// <summary>
/// Reads one file of <c>causes/</c>: Markdown with a fixed grammar, so that the page which people read is the very
/// text that the judge uses. The grammar is described in <c>causes/README.md</c>.
/// </summary>
internal sealed class CauseFile(string file, List<KnowledgeProblem> problems)
{
    private readonly List<string> explanation = [];
    private readonly Dictionary<Failure, double> showsAs = [];
    private readonly Dictionary<Observable, Sign> signs = [];
    private readonly Dictionary<string, double> bringsAbout = [];
    private readonly List<LookAlike> confusedWith = [];
    private readonly List<string> visitor = [];
    private readonly List<Remedy> admin = [];

    private string title = "";
    private double weight;
    private CauseSection section = CauseSection.Explanation;
    private Software? software;
    private int line;

    /// <summary>
    /// The cause in <paramref name="text"/>, or null where the file is wrong; what is wrong is added to
    /// <c>problems</c>, all of it.
    /// </summary>
    public CauseKnowledge? Read(string id, string text)
    {
        var before = problems.Count;
        foreach (var (entry, number) in Entries(text))
        {
            line = number;
            ReadEntry(entry);
        }

        line = 0;
        CheckWhole();
        return problems.Count > before ? null : new CauseKnowledge
        {
            Id = id,
            Title = title,
            Weight = weight,
            Explanation = [.. explanation],
            ShowsAs = showsAs.ToImmutableDictionary(),
            Signs = signs.ToImmutableDictionary(),
            BringsAbout = bringsAbout.ToImmutableDictionary(),
            ConfusedWith = [.. confusedWith],
            VisitorRemedies = [.. visitor],
            AdminRemedies = [.. admin],
        };
    }

    // A heading, an item or a paragraph, each joined into one line; the number is that of its first line.
    private static IEnumerable<(string Entry, int Line)> Entries(string text)
    {
        var (entry, first, number) = ("", 0, 0);
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var words = raw.Trim();
            var starts = words.Length == 0 || words[0] == '#' || words.StartsWith("- ", StringComparison.Ordinal);
            if (starts || entry.StartsWith('#'))
            {
                if (entry.Length > 0)
                {
                    yield return (entry, first);
                }

                (entry, first) = (words, number);
            }
            else
            {
                (entry, first) = entry.Length == 0 ? (words, number) : ($"{entry} {words}", first);
            }
        }

        if (entry.Length > 0)
        {
            yield return (entry, first);
        }
    }

    private void ReadEntry(string entry)
    {
        if (Placeholders.FirstUnknown(entry) is { } unknown)
        {
            Wrong($"{{{unknown}}} is no placeholder. Known: {string.Join(", ", Placeholders.All)}.");
        }

        switch (entry)
        {
            case ['#', ' ', ..]:
                title = entry[2..].Trim();
                break;
            case ['#', '#', ' ', ..]:
                OpenSection(entry[3..].Trim());
                break;
            case ['#', '#', '#', ' ', ..]:
                OpenSoftware(entry[4..].Trim());
                break;
            case ['-', ' ', ..]:
                ReadItem(entry[2..].Trim());
                break;
            default:
                ReadParagraph(entry);
                break;
        }
    }

    private void OpenSection(string heading)
    {
        if (Spelling.FromKebab<CauseSection>(heading.ToLowerInvariant().Replace(' ', '-')) is not { } next)
        {
            var known = Enum.GetValues<CauseSection>().Skip(1).Select(each => Spelling.Kebab(each).Replace('-', ' '));
            Wrong($"\"{heading}\" is no section. Known: {string.Join(", ", known)}.");
        }
        else if (next <= section)
        {
            Wrong($"\"{heading}\" stands twice or too late; the order is that of causes/README.md.");
        }
        else
        {
            section = next;
        }
    }

    private void OpenSoftware(string heading)
    {
        software = Spelling.FromKebab<Software>(heading);
        if (section != CauseSection.ForTheAdministrator || software is null)
        {
            var known = string.Join(", ", Enum.GetValues<Software>().Select(Spelling.Kebab));
            Wrong($"\"{heading}\" is no product heading of \"For the administrator\". Known: {known}.");
        }
    }

    private void ReadParagraph(string text)
    {
        if (section == CauseSection.Explanation && title.Length > 0)
        {
            explanation.Add(text);
        }
        else
        {
            Wrong("A paragraph stands only between the title and the first section.");
        }
    }

    private void ReadItem(string item)
    {
        switch (section)
        {
            case CauseSection.Explanation:
                ReadWeight(item);
                break;
            case CauseSection.ShowsAs:
                ReadShare(item, Spelling.FromKebab<Failure>, "failure",
                    (failure, share, _) => showsAs.TryAdd(failure, share));
                break;
            case CauseSection.Signs:
                ReadShare(item, Spelling.FromKebab<Observable>, "observable",
                    (observable, share, why) => signs.TryAdd(observable, new Sign(share, why)));
                break;
            case CauseSection.BringsAbout:
                ReadCauseShare(item);
                break;
            case CauseSection.ConfusedWith:
                ReadLookAlike(item);
                break;
            case CauseSection.ForTheVisitor:
                visitor.Add(item);
                break;
            case CauseSection.ForTheAdministrator when software is { } product:
                admin.Add(new Remedy(product, item));
                break;
            default:
                Wrong("A remedy stands under a product heading such as \"### any\".");
                break;
        }
    }

    private void ReadWeight(string item)
    {
        if (!item.StartsWith("weight:", StringComparison.Ordinal)
            || !double.TryParse(item["weight:".Length..], CultureInfo.InvariantCulture, out weight) || weight <= 0)
        {
            Wrong("Here only \"- weight: NUMBER\" may stand, a number above 0.");
        }
    }

    private void ReadShare<T>(
        string item, Func<ReadOnlySpan<char>, T?> find, string kind, Func<T, double, string, bool> add)
        where T : struct, Enum
    {
        if (!CauseItem.TrySplit(item, out var name, out var share, out var words))
        {
            Wrong($"Write \"- NAME 95 %: why\", with the name of one of the {kind}s and a percentage from 0 to 100.");
        }
        else if (find(name) is not { } member)
        {
            Wrong($"\"{name}\" is no {kind}.{CauseItem.Nearest(name, Enum.GetValues<T>().Select(Spelling.Kebab))}");
        }
        else if (!add(member, share, words))
        {
            Wrong($"\"{name}\" stands twice.");
        }
    }

    private void ReadCauseShare(string item)
    {
        if (!CauseItem.TrySplit(item, out var name, out var share, out _))
        {
            Wrong("Write \"- CAUSE 30 %\".");
        }
        else if (KnownCause(name) && !bringsAbout.TryAdd(name, share))
        {
            Wrong($"\"{name}\" stands twice.");
        }
    }

    private void ReadLookAlike(string item)
    {
        if (!CauseItem.TrySplitQuestion(item, out var name, out var question, out var words))
        {
            Wrong("Write \"- CAUSE, ask `OBSERVABLE`: how to read the answer\".");
        }
        else if (Spelling.FromKebab<Observable>(question) is not { } observable)
        {
            Wrong($"\"{question}\" is no observable."
                + CauseItem.Nearest(question, Enum.GetValues<Observable>().Select(Spelling.Kebab)));
        }
        else if (KnownCause(name))
        {
            confusedWith.Add(new LookAlike(name, observable, words));
        }
    }

    private bool KnownCause(string name)
    {
        var known = CauseList.Ids.Contains(name);
        if (!known)
        {
            Wrong($"\"{name}\" is no cause.{CauseItem.Nearest(name, CauseList.Ids)}");
        }

        return known;
    }

    private void CheckWhole()
    {
        Demand(title.Length > 0, "The file begins with \"# Title\".");
        Demand(weight > 0, "\"- weight: NUMBER\" is missing.");
        Demand(explanation.Count > 0, "An explanation in plain words is missing.");
        Demand(showsAs.Count + signs.Count > 0, "Neither \"Shows as\" nor \"Signs\" has an item.");
        Demand(showsAs.Values.Sum() <= 1.001, "The percentages of \"Shows as\" add up to more than 100.");
        Demand(visitor.Count > 0, "A remedy (or the word that there is none) for the visitor is missing.");
        Demand(admin.Count > 0, "A remedy for the administrator is missing.");
    }

    private void Demand(bool holds, string reason)
    {
        if (!holds)
        {
            Wrong(reason);
        }
    }

    private void Wrong(string reason) => problems.Add(new KnowledgeProblem(file, line, reason));
}
