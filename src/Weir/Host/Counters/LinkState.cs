namespace Weir.Host.Counters;

/// <summary>The link of an interface, from <c>/sys/class/net</c>.</summary>
/// <param name="Device">The interface.</param>
/// <param name="State">
/// <c>up</c>, <c>down</c>, <c>lowerlayerdown</c>, …; <c>unknown</c> is usual for loopback and tunnels (RFC 2863).
/// </param>
/// <param name="Carrier">There is a signal; null while the interface is switched off.</param>
/// <param name="Changes">How often the signal came or went; only differences say something.</param>
public sealed record LinkState(string Device, string State, bool? Carrier, long? Changes)
{
    private const string Folder = "/sys/class/net";

    /// <summary>
    /// Reads the interfaces of the network namespace that <c>/sys</c> was mounted in: those of the host, or of the
    /// container whose root is given. Another namespace's are not to be had here.
    /// </summary>
    public static Reading<IReadOnlyList<LinkState>> ReadAll(HostRoot root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return root.Names(Folder).Select(IReadOnlyList<LinkState> (names) =>
        [
            .. names.Order(StringComparer.Ordinal)
                .Select(name => (name, state: root.Text($"{Folder}/{name}/operstate")))
                .Where(pair => pair.state.Missing is null) // Not an interface: bonding keeps a file here.
                .Select(pair => new LinkState(
                    pair.name,
                    pair.state.Value.Trim(),
                    root.Number($"{Folder}/{pair.name}/carrier").TryGet(out var carrier) ? carrier != 0 : null,
                    root.Number($"{Folder}/{pair.name}/carrier_changes").TryGet(out var changes) ? changes : null)),
        ]);
    }
}
