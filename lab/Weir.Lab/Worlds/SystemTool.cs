using System.Diagnostics;

namespace Weir.Lab.Worlds;

/// <summary>Runs a program of the system to its end: <c>ip</c>, <c>iptables</c>, <c>sysctl</c>.</summary>
internal static class SystemTool
{
    /// <summary>
    /// Setting up a link takes milliseconds; a tool that takes longer hangs on a lock or a name lookup.
    /// </summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private const string SearchPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /// <summary>The full path of <paramref name="name"/>; null where it is not installed.</summary>
    public static string? Find(string name) => SearchPath.Split(':')
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    /// <summary>Runs the program and gives its standard output.</summary>
    /// <exception cref="InvalidOperationException">It is not installed, failed, or did not end in time.</exception>
    public static string Run(string name, params IEnumerable<string> arguments)
    {
        var given = arguments.ToArray();
        var program = Find(name) ?? throw new InvalidOperationException($"{name} is not installed.");
        var start = new ProcessStartInfo(program, given)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = SearchPath;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{name} {string.Join(' ', given)}: no end in {Limit.TotalSeconds} s.");
        }

        return process.ExitCode == 0
            ? output.GetAwaiter().GetResult()
            : throw new InvalidOperationException(
                $"{name} {string.Join(' ', given)}: {errors.GetAwaiter().GetResult().Trim()}");
    }
}
