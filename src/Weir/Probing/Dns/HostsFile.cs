using System.Net;

namespace Weir.Probing.Dns;

/// <summary>What <c>/etc/hosts</c> says (hosts(5)).</summary>
/// <param name="Entries">Its lines that name an address, in their order.</param>
public sealed record HostsFile(IReadOnlyList<HostsEntry> Entries)
{
    private static readonly char[] Blanks = [' ', '\t', '\r'];

    /// <summary>The addresses that the file gives to <paramref name="name"/>: they win over the name service.</summary>
    public IReadOnlyList<IPAddress> Find(string name) =>
    [
        .. Entries.Where(entry => entry.Names.Any(known => DnsName.Same(known, name))).Select(entry => entry.Address),
    ];

    /// <summary>Reads the text of the file; a line without an address is skipped, as by glibc.</summary>
    public static HostsFile Parse(string text) => new([.. text.Split('\n').Select(ParseLine).OfType<HostsEntry>()]);

    private static HostsEntry? ParseLine(string line)
    {
        var comment = line.IndexOf('#', StringComparison.Ordinal);
        var words = (comment < 0 ? line : line[..comment]).Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        return words is [var first, _, ..] && IPAddress.TryParse(first, out var address)
            ? new HostsEntry(address, words[1..])
            : null;
    }
}
