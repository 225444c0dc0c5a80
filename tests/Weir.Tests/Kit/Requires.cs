namespace Weir.Tests.Kit;

/// <summary>What a test needs of the machine: skipped with a reason at home, a failure where CI promises it.</summary>
public static class Requires
{
    /// <summary>The full path of a program, searched in PATH, /usr/sbin and /sbin.</summary>
    public static string Program(string name)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(["/usr/sbin", "/sbin"]);
        var path = folders.Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        if (path is not null)
        {
            return path;
        }

        var reason = $"the program {name} is not installed";
        Assert.False(Environment.GetEnvironmentVariable("CI") is { Length: > 0 }, reason);
        Assert.Skip(reason);
        return "";
    }
}
