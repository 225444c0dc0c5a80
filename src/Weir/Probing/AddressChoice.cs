using System.Net;
using Weir.Probing.Checks;

namespace Weir.Probing;

/// <summary>
/// Which addresses are asked: a given one, the name servers that were named, or what this machine finds.
/// </summary>
internal static class AddressChoice
{
    /// <summary>The addresses known so far, in the order in which a browser would try them.</summary>
    public static IEnumerable<IPAddress> Of(Observed observed)
    {
        var options = observed.Options;
        if (options.ConnectTo is { } forced)
        {
            return IPAddress.TryParse(forced.Host, out var address) ? [address] : FromSystem(observed);
        }

        return observed.Target.Address is { } literal ? [literal]
            : options.Resolvers.Length > 0 ? FromNamed(observed)
            : FromSystem(observed);
    }

    /// <summary>The name that has to be looked up; null where an address was given.</summary>
    public static string? NameOf(Observed observed)
    {
        var host = observed.Options.ConnectTo?.Host ?? observed.Target.Host;
        return IPAddress.TryParse(host, out _) ? null : host;
    }

    private static IEnumerable<IPAddress> FromSystem(Observed observed)
        => observed.Of<SystemSeen>().FirstOrDefault()?.Lookup.Addresses ?? [];

    private static IEnumerable<IPAddress> FromNamed(Observed observed)
        => observed.Of<NameSeen>()
            .Where(each => each.Ask.Server.Role == Dns.NameServerRole.Named && !each.Ask.Unvalidated)
            .SelectMany(each => each.Lookup.Addresses);
}
