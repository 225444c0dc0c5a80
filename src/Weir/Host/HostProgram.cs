using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Weir.Host;

/// <summary>
/// Runs a program of the system that only prints: in the network namespace of the calling thread, with a limit of time
/// and of output, and with an environment of its own.
/// </summary>
internal static class HostProgram
{
    private const string SearchPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /// <summary>Bytes of output kept: a node of Kubernetes with 50,000 rules prints about 10 MB.</summary>
    private const int MaxOutput = 32 * 1024 * 1024;

    /// <summary>Characters of an error that are worth showing.</summary>
    private const int MaxError = 300;

    /// <summary>What an unprivileged run says, in every program that is asked here.</summary>
    private static readonly string[] Refusals =
        ["permission denied", "operation not permitted", "must be root", "access denied", "insufficient permissions"];

    /// <summary>Runs it and gives its standard output.</summary>
    /// <param name="name">The program; it is looked for in the system's own folders only.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="limit">When to give up and kill it.</param>
    /// <param name="needs">The privilege it needs, for the report when it is refused.</param>
    public static Reading<string> Run(string name, IReadOnlyList<string> arguments, TimeSpan limit, string needs)
        => RunBytes(name, arguments, limit, needs).Select(bytes => Encoding.UTF8.GetString(bytes.Span));

    /// <summary>Runs it and gives its standard output as it came.</summary>
    public static Reading<ReadOnlyMemory<byte>> RunBytes(
        string name, IReadOnlyList<string> arguments, TimeSpan limit, string needs)
    {
        if (!OperatingSystem.IsLinux() || Find(name) is not { } program)
        {
            return Missing(name, UnreadReason.Absent, "not installed", name);
        }

        try
        {
            using var process = Process.Start(Start(program, arguments))!;
            return Finish(process, name, limit, needs);
        }
        catch (Win32Exception cannot)
        {
            return Missing(name, UnreadReason.Failed, cannot.Message, null);
        }
    }

    /// <summary>The full path of a program; null where it is not installed.</summary>
    public static string? Find(string name) => SearchPath.Split(':')
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    private static ProcessStartInfo Start(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear(); // What we were started with is not the program's business.
        start.Environment["PATH"] = SearchPath;
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    private static Reading<ReadOnlyMemory<byte>> Finish(Process process, string name, TimeSpan limit, string needs)
    {
        process.StandardInput.Close();
        var output = DrainAsync(process.StandardOutput.BaseStream);
        var errors = DrainAsync(process.StandardError.BaseStream);
        if (!process.WaitForExit(limit) || !Task.WaitAll([output, errors], limit))
        {
            process.Kill(entireProcessTree: true);
            return Missing(name, UnreadReason.TimedOut, $"did not end within {limit.TotalSeconds:0.#} s", null);
        }

        var said = Encoding.UTF8.GetString(errors.Result.Bytes).Trim();
        return process.ExitCode != 0 ? Refused(name, process.ExitCode, said, needs)
            : output.Result.Cut ? Missing(name, UnreadReason.Failed, "printed more than is read", null)
            : Readings.Of<ReadOnlyMemory<byte>>(output.Result.Bytes);
    }

    private static Reading<ReadOnlyMemory<byte>> Refused(string name, int code, string said, string needs)
    {
        var cut = said[..Math.Min(said.Length, MaxError)].ReplaceLineEndings(" ");
        var why = cut.Length == 0 ? $"ended with {code}" : cut;
        return Refusals.Any(word => said.Contains(word, StringComparison.OrdinalIgnoreCase))
            ? Missing(name, UnreadReason.Forbidden, why, needs)
            : Missing(name, UnreadReason.Failed, why, null);
    }

    /// <summary>Reads to the end, keeping so much; the rest is read too, or the program would wait for us.</summary>
    private static async Task<(byte[] Bytes, bool Cut)> DrainAsync(Stream stream)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        var cut = false;
        while (await stream.ReadAsync(buffer).ConfigureAwait(false) is > 0 and var length)
        {
            var room = (int)Math.Min(length, MaxOutput - kept.Length);
            kept.Write(buffer, 0, room);
            cut |= room < length;
        }

        return (kept.ToArray(), cut);
    }

    private static Reading<ReadOnlyMemory<byte>> Missing(string name, UnreadReason reason, string why, string? needs)
        => Readings.Missing<ReadOnlyMemory<byte>>(new Unread(name, reason, why, needs));
}
