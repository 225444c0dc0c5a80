namespace Weir.Host.Processes;

/// <summary>A network namespace in which at least one process lives.</summary>
/// <param name="Number">Its number, the same for all of its processes.</param>
/// <param name="Processes">Their numbers, lowest first; any of them is a door into it.</param>
public sealed record NetworkSpace(long Number, IReadOnlyList<int> Processes)
{
    /// <summary>
    /// Parts the processes by their network namespaces. Those whose namespace may not be read are left out: they are
    /// other users', and their sockets could not be read either.
    /// </summary>
    public static IReadOnlyList<NetworkSpace> ReadAll(HostRoot root, ProcessTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return
        [
            .. table.Rows.Keys.Order()
                .Select(id => (id, space: ProcessNamespaces.NetworkOf(root, id)))
                .Where(pair => pair.space.Missing is null)
                .GroupBy(pair => pair.space.Value, pair => pair.id)
                .Select(group => new NetworkSpace(group.Key, [.. group])),
        ];
    }
}
