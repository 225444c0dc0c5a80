namespace Weir.Lab.Worlds;

/// <summary>How one knows that a program is ready. It is looked at, not tried: no connection disturbs it.</summary>
public sealed class Readiness
{
    private static readonly string[] Tables = ["net/tcp", "net/tcp6"];

    private readonly string _says;

    private Readiness(string says, Func<HostProgram, bool> reached) => (_says, Reached) = (says, reached);

    /// <summary>At once: it was started.</summary>
    public static Readiness Started { get; } = new("started", static _ => true);

    internal Func<HostProgram, bool> Reached { get; }

    /// <summary>Something listens on a TCP port of its host, of either family.</summary>
    public static Readiness Port(int port) => new($"listens on port {port}", program => Listens(program.Host, port));

    /// <summary>A unix socket of this path is bound.</summary>
    public static Readiness UnixSocket(string path) => new($"listens on {path}", program => File
        .ReadLines(program.Host.ProcOf("net/unix"))
        .Any(line => line.EndsWith(' ' + path, StringComparison.Ordinal)));

    /// <summary>It wrote this to its output.</summary>
    public static Readiness Says(string text) => new($"says \"{text}\"", program => program.Output.Contains(
        text, StringComparison.Ordinal));

    /// <summary>What must become true, after "it".</summary>
    public override string ToString() => _says;

    /// <summary>Whether a TCP socket of the host listens on the port.</summary>
    internal static bool Listens(NetworkHost host, int port)
    {
        const string Listen = "0A"; // TCP_LISTEN in include/net/tcp_states.h
        var end = $":{port:X4}";
        return Tables.Any(table => File.ReadLines(host.ProcOf(table))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Any(row => row.Length > 3 && row[3] == Listen && row[1].EndsWith(end, StringComparison.Ordinal)));
    }
}
