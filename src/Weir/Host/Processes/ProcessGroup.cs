using System.Globalization;

namespace Weir.Host.Processes;

/// <summary>A line of <c>/proc/PID/cgroup</c>, cgroups(7): <c>ID:CONTROLLERS:PATH</c>.</summary>
/// <param name="Hierarchy">Its number; 0 is cgroup v2.</param>
/// <param name="Controllers">
/// <c>memory</c>, <c>cpu</c>, … of version 1, or <c>name=systemd</c>; empty for version 2.
/// </param>
/// <param name="Path">The group, from the root of its hierarchy.</param>
public sealed record ProcessGroup(int Hierarchy, IReadOnlyList<string> Controllers, string Path)
{
    /// <summary>Version 1 has at most a dozen hierarchies.</summary>
    private const int MaxRows = 64;

    /// <summary>It is the one of cgroup v2, which has no controllers in its name.</summary>
    public bool IsUnified => Hierarchy == 0 && Controllers.Count == 0;

    /// <summary>The unit of systemd that it is, such as <c>app.service</c>; null where it is none.</summary>
    public string? Unit => Path.Split('/').LastOrDefault(IsUnit);

    /// <summary>Reads the lines; what is none is left out.</summary>
    public static IReadOnlyList<ProcessGroup> ParseAll(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. KernelText.Lines(text).Take(MaxRows).Select(Parse).OfType<ProcessGroup>()];
    }

    private static bool IsUnit(string part)
        => part.EndsWith(".service", StringComparison.Ordinal) || part.EndsWith(".scope", StringComparison.Ordinal);

    private static ProcessGroup? Parse(string line)
    {
        var cells = line.Split(':', 3);
        return cells.Length == 3
            && int.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && cells[2].StartsWith('/')
                ? new ProcessGroup(number, cells[1].Split(',', StringSplitOptions.RemoveEmptyEntries), cells[2])
                : null;
    }
}
