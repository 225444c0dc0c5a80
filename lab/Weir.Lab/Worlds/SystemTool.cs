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
    public static string? Find(string name) => Path.IsPathRooted(name)
        ? File.Exists(name) ? name : null
        : SearchPath.Split(':').Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>Runs the program and gives its standard output.</summary>
    /// <exception cref="InvalidOperationException">It is not installed, failed, or did not end in time.</exception>
    public static string Run(string name, params IEnumerable<string> arguments)
    {
        var given = arguments.ToArray();
        var result = RunToEnd(name, given, Limit, new Dictionary<string, string>());
        return result.ExitCode == 0
            ? result.Output
            : throw new InvalidOperationException($"{name} {string.Join(' ', given)}: {result.Errors.Trim()}");
    }

    /// <summary>Runs the program and gives what it wrote, whatever its exit code.</summary>
    /// <exception cref="InvalidOperationException">It is not installed, or did not end in time.</exception>
    public static ProgramResult RunToEnd(
        string name, string[] arguments, TimeSpan limit, IReadOnlyDictionary<string, string> environment)
    {
        var start = StartOf(name, arguments, input: false);
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException(
                $"{name} {string.Join(' ', arguments)}: no end in {limit.TotalSeconds} s.");
        }

        return new(process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }

    /// <summary>How to start a program, its output redirected.</summary>
    /// <exception cref="InvalidOperationException">It is not installed.</exception>
    public static ProcessStartInfo StartOf(string name, IEnumerable<string> arguments, bool input)
    {
        var program = Find(name) ?? throw new InvalidOperationException($"{name} is not installed.");
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = input,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = SearchPath;
        return start;
    }
}
