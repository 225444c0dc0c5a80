using Weir.Configurations.Nginx;
using Weir.Host;
using Weir.Host.Processes;

namespace Weir.Inside;

/// <summary>
/// How a running nginx was started: what its program has compiled in, and what its command line puts in the place of
/// that. Its program is read, never run: in a container it need not be what it says.
/// </summary>
internal static class NginxCommand
{
    private const string Title = "nginx: master process";

    /// <summary>The program where Debian, Red Hat and the containers have it.</summary>
    private const string UsualProgram = "/usr/sbin/nginx";

    /// <summary>The build and configuration of an instance.</summary>
    /// <param name="machine">Where its process is seen.</param>
    /// <param name="place">The instance.</param>
    public static NginxBuild BuildOf(HostRoot machine, GatewayPlace place)
    {
        var build = place.Master is { } running && ReadBuild(machine, $"/proc/{running.Id}/exe") is { } own
            ? own
            : ReadBuild(place.Root, UsualProgram) ?? new NginxBuild();
        return place.Master is { } master ? With(build, master, FolderOf(machine, master)) : build;
    }

    /// <summary>The build with what the command line says: <c>-p</c> prefix, <c>-c</c> file, <c>-e</c> log.</summary>
    internal static NginxBuild With(NginxBuild build, HostProcess master, string folder)
    {
        var words = string.Join(' ', master.CommandLine).Replace(Title, "", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var prefix = Option(words, 'p') is { } given ? Absolute(given, folder) : build.Prefix;
        return build with
        {
            Prefix = prefix,
            ConfigurationPath = Option(words, 'c') is { } file ? Absolute(file, prefix)
                : Option(words, 'p') is null ? build.ConfigurationPath
                : Absolute(Relative(build.ConfigurationPath, build.Prefix), prefix),
            ErrorLogPath = Option(words, 'e') is { } log
                ? log == "stderr" ? log : Absolute(log, prefix)
                : build.ErrorLogPath,
        };
    }

    // The text that "nginx -V" would print stands in the program.
    private static NginxBuild? ReadBuild(HostRoot root, string path)
    {
        if (!root.Text(path).TryGet(out var text) || Line(text, "nginx version: ") is not { } version)
        {
            return null;
        }

        return NginxBuild.Parse($"{version}\n{Line(text, "configure arguments:")}");
    }

    private static string? Line(string text, string begin)
    {
        var start = text.IndexOf(begin, StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.AsSpan(start).IndexOfAny('\n', '\0');
        return end < 0 ? null : text.Substring(start, end);
    }

    private static string? Option(string[] words, char letter)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (words[at].Length >= 2 && words[at][0] == '-' && words[at][1] == letter)
            {
                return words[at].Length > 2 ? words[at][2..] : at + 1 < words.Length ? words[at + 1] : null;
            }
        }

        return null;
    }

    private static string FolderOf(HostRoot machine, HostProcess master)
        => machine.Link($"/proc/{master.Id}/cwd").Or("/");

    private static string Relative(string path, string prefix)
        => path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..].TrimStart('/') : path;

    private static string Absolute(string path, string folder)
        => path.StartsWith('/') ? path : $"{folder.TrimEnd('/')}/{path}";
}
