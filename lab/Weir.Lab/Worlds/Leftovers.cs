using System.Globalization;

namespace Weir.Lab.Worlds;

/// <summary>
/// The names of the namespaces that worlds make, and the removal of those whose process is dead: a test that was
/// killed cannot clean up behind itself. The cables go with the namespace.
/// </summary>
public static class Leftovers
{
    private const string Folder = "/run/netns";
    private const string Prefix = "weir-";

    /// <summary>The name of a namespace of world <paramref name="number"/> of this process.</summary>
    internal static string NameOf(int number, string host)
        => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}.{number}-{host}");

    /// <summary>Removes the namespaces and memory groups of processes that no longer live.</summary>
    public static void Remove()
    {
        foreach (var group in MemoryGroup.Folders(Prefix).Where(group => IsLeft(Path.GetFileName(group))))
        {
            Directory.Delete(group);
        }

        if (!Directory.Exists(Folder))
        {
            return;
        }

        foreach (var name in Directory.EnumerateFiles(Folder, Prefix + "*").Select(Path.GetFileName).OfType<string>())
        {
            if (IsLeft(name))
            {
                RemoveOne(name);
            }
        }
    }

    private static bool IsLeft(string name)
        => OwnerOf(name) is { } process && !Directory.Exists($"/proc/{process}");

    /// <summary>The process that made the namespace; null for a name that is not of our making.</summary>
    private static int? OwnerOf(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > Prefix.Length
            && int.TryParse(name.AsSpan(Prefix.Length, dot - Prefix.Length), CultureInfo.InvariantCulture, out var id)
                ? id
                : null;
    }

    private static void RemoveOne(string name)
    {
        try
        {
            SystemTool.Run("ip", "netns", "del", name);
        }
        catch (InvalidOperationException gone)
        {
            System.Diagnostics.Trace.WriteLine(gone.Message); // Another process was quicker, or we are not root.
        }
    }
}
