using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Weir.Probing.Tcp;

namespace Weir.Lab.Worlds;

/// <summary>A host of a world: a network namespace, or this machine itself.</summary>
public class NetworkHost
{
    internal NetworkHost(string name, string? netns)
    {
        Name = name;
        Namespace = netns;
    }

    /// <summary>Its name within the world.</summary>
    public string Name { get; }

    /// <summary>The name of its network namespace; null is this machine itself.</summary>
    public string? Namespace { get; }

    /// <summary>The namespace as a file that can be entered; null is this machine itself.</summary>
    public string? NamespacePath => Namespace is null ? null : $"/run/netns/{Namespace}";

    /// <summary>Words before a command that run it on the host.</summary>
    internal virtual ImmutableArray<string> Entering => Namespace is null ? [] : ["ip", "netns", "exec", Namespace];

    /// <summary>Words before those, which put the command under the host's limits.</summary>
    internal virtual ImmutableArray<string> Joining => [];

    /// <summary>Where this machine sees a file of the host.</summary>
    public virtual string PathOf(string path) => path;

    /// <summary>The text of a file of the host; empty while there is none.</summary>
    public string Read(string path) => File.Exists(PathOf(path)) ? File.ReadAllText(PathOf(path)) : "";

    /// <summary>Runs a command on the host, such as <c>iptables</c> or <c>ip</c>, and gives its output.</summary>
    /// <exception cref="InvalidOperationException">
    /// It is not installed or failed; the message holds what it said.
    /// </exception>
    public string Run(string program, params IEnumerable<string> arguments)
    {
        string[] words = [.. Entering, program, .. arguments];
        return SystemTool.Run(words[0], words[1..]);
    }

    /// <summary>Runs a command line whose words hold no spaces: <c>host.Run("ip route add …")</c>.</summary>
    /// <exception cref="InvalidOperationException">
    /// It is not installed or failed; the message holds what it said.
    /// </exception>
    public string Run(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Run(words[0], words.Skip(1));
    }

    /// <summary>Runs code on the host; what it opens there before its first await belongs to the host.</summary>
    public T Inside<T>(Func<T> code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return NamespacePath is { } path ? NetworkNamespace.Run(path, code) : code();
    }

    /// <summary>
    /// Runs any program on the host to its end, under its limits: <c>weir</c> itself, from the seat of that host.
    /// </summary>
    /// <param name="program">Its name or full path.</param>
    /// <param name="arguments">What it is given.</param>
    /// <param name="limit">The most time it may take.</param>
    /// <param name="environment">Variables added to this process's own.</param>
    /// <exception cref="InvalidOperationException">It is not installed, or did not end in time.</exception>
    public ProgramResult Execute(
        string program,
        IEnumerable<string> arguments,
        TimeSpan limit,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        var words = Words(program, arguments, user: null);
        return SystemTool.RunToEnd(words[0], words[1..], limit, environment ?? new Dictionary<string, string>());
    }

    /// <summary>Starts a program on the host and waits until it is ready.</summary>
    /// <param name="program">Its name or full path.</param>
    /// <param name="arguments">What it is given.</param>
    /// <param name="readiness">What is waited for.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <param name="environment">Variables added to this process's own.</param>
    /// <param name="user">The user it runs as; null is this process's own.</param>
    /// <exception cref="InvalidOperationException">
    /// It is not installed, ended, or is not ready in time; the message has its output.
    /// </exception>
    public Task<HostProgram> StartAsync(
        string program,
        IEnumerable<string> arguments,
        Readiness readiness,
        CancellationToken stop,
        IReadOnlyDictionary<string, string>? environment = null,
        string? user = null)
    {
        var words = Words(program, arguments, user);
        var start = SystemTool.StartOf(words[0], words[1..], input: true);
        start.WorkingDirectory = "/"; // a user may not enter the folder of the caller
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return HostProgram.StartAsync(this, start, readiness, stop);
    }

    /// <summary>Listens on every address of the host, of both families.</summary>
    /// <param name="port">The port; 0 lets the kernel choose.</param>
    /// <param name="backlog">How many connections wait to be accepted; the kernel lets one more in.</param>
    public Socket Listen(int port = 0, int backlog = 16) => Inside(() =>
    {
        var socket = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp) { DualMode = true };
        socket.Bind(new IPEndPoint(IPAddress.IPv6Any, port));
        socket.Listen(backlog);
        return socket;
    });

    /// <summary>Turns the host into a router.</summary>
    public NetworkHost Forward()
    {
        Run("sysctl -q -w net.ipv4.ip_forward=1");
        Run("sysctl -q -w net.ipv6.conf.all.forwarding=1");
        return this;
    }

    /// <summary>A table below <c>/proc</c> as a process of the host sees it.</summary>
    internal string ProcOf(string table) => this is Container { ProcessId: var id }
        ? $"/proc/{id}/{table}"
        : Namespace is null ? $"/proc/self/{table}" : throw new InvalidOperationException($"{Name} has no process.");

    private string[] Words(string program, IEnumerable<string> arguments, string? user)
    {
        string[] own = user is null
            ? []
            : ["setpriv", $"--reuid={user}", $"--regid={SystemTool.Run("id", "-g", user).Trim()}", "--init-groups"];
        return [.. Joining, .. Entering, .. own, SystemTool.Find(program) ?? program, .. arguments];
    }
}
