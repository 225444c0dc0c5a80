using System.Globalization;
using System.Net;

namespace Weir.Probing.Local;

/// <summary>
/// The list of hosts that are reached without a proxy: <c>*</c>, a host, a domain with or without a leading dot, an
/// address, a network such as <c>10.0.0.0/8</c>; each with an optional port.
/// </summary>
/// <param name="Entries">The entries as they were written.</param>
public sealed record NoProxy(IReadOnlyList<string> Entries)
{
    /// <summary>Entries kept; more is no list that a person wrote.</summary>
    private const int MaxEntries = 1_000;

    /// <summary>Reads the list; commas and spaces part the entries. Null is an empty list.</summary>
    public static NoProxy Parse(string? text) => new(
    [
        .. (text ?? "")
            .Split([',', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Take(MaxEntries),
    ]);

    /// <summary>Whether <paramref name="host"/> at <paramref name="port"/> is reached without a proxy.</summary>
    public bool Covers(string host, int port)
    {
        ArgumentNullException.ThrowIfNull(host);
        var plain = host.Trim('[', ']').TrimEnd('.');
        return Entries.Any(entry => Matches(entry, plain, port));
    }

    private static bool Matches(string entry, string host, int port)
    {
        if (entry == "*")
        {
            return true;
        }

        var (name, wanted) = SplitPort(entry);
        if (wanted is not null && wanted != port)
        {
            return false;
        }

        if (IPAddress.TryParse(host, out var address))
        {
            return Covers(name, address);
        }

        var domain = name.TrimStart('*').TrimStart('.').TrimEnd('.');
        return domain != ""
            && (host.Equals(domain, StringComparison.OrdinalIgnoreCase)
                || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase));
    }

    private static bool Covers(string name, IPAddress address)
        => (IPAddress.TryParse(name.Trim('[', ']'), out var one) && one.Equals(address))
            || (IPNetwork.TryParse(name, out var network) && network.Contains(address));

    /// <summary>Parts <c>host:port</c> and <c>[v6]:port</c>; a bare IPv6 address has colons and no port.</summary>
    private static (string Name, int? Port) SplitPort(string entry)
    {
        var colon = entry.LastIndexOf(':');
        var single = colon > 0 && (entry[colon - 1] == ']' || entry.IndexOf(':', StringComparison.Ordinal) == colon);
        return single && int.TryParse(entry.AsSpan(colon + 1), CultureInfo.InvariantCulture, out var port)
            ? (entry[..colon], port)
            : (entry, null);
    }
}
