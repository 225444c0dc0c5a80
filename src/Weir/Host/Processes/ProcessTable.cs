using System.Globalization;

namespace Weir.Host.Processes;

/// <summary>The processes that <c>/proc</c> shows.</summary>
/// <param name="Rows">One a process, by its number.</param>
/// <param name="Boot">When the machine was started, by its own clock; null when that could not be read.</param>
public sealed record ProcessTable(IReadOnlyDictionary<int, HostProcess> Rows, DateTimeOffset? Boot)
{
    /// <summary>Processes read: two files each, so some seconds at most.</summary>
    private const int MaxProcesses = 50_000;

    /// <summary>Reads them all. What ends while we read is left out.</summary>
    public static Reading<ProcessTable> Read(HostRoot root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var boot = root.Text("/proc/stat").TryGet(out var stat) ? ProcessText.BootTime(stat) : null;
        return root.Names("/proc").Select(names => new ProcessTable(
            names.Select(IdOf).OfType<int>().Order().Take(MaxProcesses)
                .Select(id => ReadOne(root, id, boot))
                .OfType<HostProcess>()
                .ToDictionary(process => process.Id),
            boot));
    }

    /// <summary>A process; null when there is none of that number.</summary>
    public HostProcess? Find(int id) => Rows.GetValueOrDefault(id);

    /// <summary>The processes whose parent it is, in the order of their numbers.</summary>
    public IEnumerable<HostProcess> ChildrenOf(int id)
        => Rows.Values.Where(process => process.Parent == id && process.Id != id).OrderBy(process => process.Id);

    /// <summary>Its children, their children and so on, nearest first.</summary>
    public IReadOnlyList<HostProcess> DescendantsOf(int id)
    {
        var byParent = Rows.Values.ToLookup(process => process.Parent);
        var found = new Dictionary<int, HostProcess>();
        var open = new Queue<int>([id]);
        while (open.TryDequeue(out var next))
        {
            foreach (var child in byParent[next].Where(child => child.Id != id && found.TryAdd(child.Id, child)))
            {
                open.Enqueue(child.Id);
            }
        }

        return [.. found.Values];
    }

    /// <summary>The masters of nginx that run here.</summary>
    public IEnumerable<HostProcess> NginxMasters => Rows.Values.Where(process => process.IsNginxMaster);

    private static int? IdOf(string name)
        => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static HostProcess? ReadOne(HostRoot root, int id, DateTimeOffset? boot)
        => root.Text($"/proc/{id}/stat").TryGet(out var stat)
            ? ProcessText.Parse(
                stat, root.Text($"/proc/{id}/status").Or(""), root.Text($"/proc/{id}/cmdline").Or(""), boot)
            : null; // It ended after the folder was listed.
}
