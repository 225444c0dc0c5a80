namespace Weir.Host.Processes;

/// <summary>
/// The namespaces of a process, namespaces(7): two processes with the same number share it. Needs CAP_SYS_PTRACE for
/// another user's.
/// </summary>
/// <param name="Network">Interfaces, routes, filters, sockets and their counters.</param>
/// <param name="Mount">What files it sees.</param>
/// <param name="Pid">What process numbers it sees.</param>
public sealed record ProcessNamespaces(Reading<long> Network, Reading<long> Mount, Reading<long> Pid)
{
    /// <summary>Reads them.</summary>
    public static ProcessNamespaces Read(HostRoot root, int id)
        => new(ReadOne(root, id, "net"), ReadOne(root, id, "mnt"), ReadOne(root, id, "pid"));

    /// <summary>The number of the network namespace of a process.</summary>
    public static Reading<long> NetworkOf(HostRoot root, int id) => ReadOne(root, id, "net");

    private static Reading<long> ReadOne(HostRoot root, int id, string kind)
    {
        ArgumentNullException.ThrowIfNull(root);
        var path = $"/proc/{id}/ns/{kind}";
        return root.Link(path).ParseValue(path, link => ProcessText.NumberOf(link, kind));
    }
}
