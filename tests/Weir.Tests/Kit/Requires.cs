namespace Weir.Tests.Kit;

/// <summary>What a test needs of the machine: without it the test is skipped with the reason; in CI it fails.</summary>
internal static class Requires
{
    /// <summary>The full path of a program, searched in PATH and the folders of root's programs.</summary>
    public static string Program(string name)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var found = folders.Concat(["/usr/sbin", "/sbin"])
            .Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
        var reason = $"The program {name} is not installed.";
        Assert.True(found is not null || Environment.GetEnvironmentVariable("CI") is null or "", reason);
        Assert.SkipWhen(found is null, reason);
        return found!;
    }
}
