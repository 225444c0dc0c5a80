using Weir.Lab.Worlds;

namespace Weir.Tests.Kit;

/// <summary>
/// What a test cannot do without. At home its absence skips the test with the reason; in CI it fails it.
/// </summary>
internal static class Requires
{
    private static readonly Lazy<string?> NoNamespaces = new(WhyNoNamespaces);

    /// <summary>The full path of a program of the system.</summary>
    public static string Program(string name)
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        var found = path.Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Concat(["/usr/sbin", "/sbin"])
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
        if (found is null)
        {
            Missing($"{name} is not installed.");
        }

        return found!;
    }

    /// <summary>Network namespaces that can be made, joined and filtered.</summary>
    public static void NetworkNamespaces()
    {
        Program("ip");
        Program("iptables");
        if (NoNamespaces.Value is { } reason)
        {
            Missing(reason);
        }
    }

    private static void Missing(string reason)
    {
        if (Environment.GetEnvironmentVariable("CI") is null or "")
        {
            Assert.Skip(reason);
        }

        Assert.Fail(reason);
    }

    private static string? WhyNoNamespaces()
    {
        try
        {
            using var world = new NetworkWorld();
            var host = world.AddHost("try");
            world.Link(world.Here, host);
            host.Run("iptables -w 5 -A INPUT -p tcp --dport 9 -j DROP");
            return null;
        }
        catch (InvalidOperationException cannot)
        {
            return $"Network namespaces cannot be made here: {cannot.Message}";
        }
    }
}
