using System.Net;
using System.Net.Sockets;
using Weir.Probing.Tcp;

namespace Weir.Lab.Worlds;

/// <summary>A host of a world: a network namespace, or this machine itself.</summary>
public sealed class NetworkHost
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

    /// <summary>Runs a command on the host, such as <c>iptables</c> or <c>ip</c>, and gives its output.</summary>
    /// <exception cref="InvalidOperationException">
    /// It is not installed or failed; the message holds what it said.
    /// </exception>
    public string Run(string program, params IEnumerable<string> arguments) => Namespace is null
        ? SystemTool.Run(program, arguments)
        : SystemTool.Run("ip", ["netns", "exec", Namespace, program, .. arguments]);

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
}
