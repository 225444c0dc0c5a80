using System.Collections.Frozen;
using System.Reflection;
using Weir.Vocabulary;

namespace Weir.Knowledge;

/// <summary>All that is known of all causes.</summary>
public sealed class KnowledgeBase
{
    private static readonly Lazy<KnowledgeBase> BuiltIn = new(ReadEmbedded);
    private readonly FrozenDictionary<string, CauseKnowledge> byId;

    private KnowledgeBase(IReadOnlyList<CauseKnowledge> causes)
    {
        Causes = causes;
        byId = causes.ToFrozenDictionary(cause => cause.Id);
    }

    /// <summary>The knowledge that Weir ships with, read at first use.</summary>
    public static KnowledgeBase Shipped => BuiltIn.Value;

    /// <summary>Every cause, in the order of <see cref="CauseList.Ids"/>.</summary>
    public IReadOnlyList<CauseKnowledge> Causes { get; }

    /// <summary>The cause with this id; null where there is none.</summary>
    public CauseKnowledge? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>Reads files (name without folder, and text).</summary>
    /// <exception cref="KnowledgeException">A file is wrong, missing, or of no known cause.</exception>
    public static KnowledgeBase Read(IEnumerable<(string File, string Text)> files)
    {
        var problems = new List<KnowledgeProblem>();
        var causes = new Dictionary<string, CauseKnowledge?>();
        foreach (var (file, text) in files.OrderBy(each => each.File, StringComparer.Ordinal))
        {
            var id = Path.GetFileNameWithoutExtension(file);
            if (!CauseList.Ids.Contains(id))
            {
                problems.Add(new(file, 0, $"\"{id}\" is no cause.{CauseItem.Nearest(id, CauseList.Ids)}"));
                continue;
            }

            causes[id] = new CauseFile(file, problems).Read(id, text);
        }

        problems.AddRange(CauseList.Ids.Where(id => !causes.ContainsKey(id))
            .Select(id => new KnowledgeProblem($"{id}.md", 0, "This cause has no file.")));
        return problems.Count > 0
            ? throw new KnowledgeException(problems)
            : new KnowledgeBase([.. CauseList.Ids.Select(id => causes[id]!)]);
    }

    private static KnowledgeBase ReadEmbedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return Read(assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("causes/", StringComparison.Ordinal))
            .Select(name => (name["causes/".Length..], Text(assembly, name))));
    }

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
