using System.Net;
using Weir.Probing.Checks;
using Weir.Probing.Dns;
using Weir.Vocabulary;

namespace Weir.Probing;

/// <summary>What is known of the name, arranged. Pure.</summary>
/// <param name="Host">The name.</param>
/// <param name="Failure">What the visitor's own way of looking up fails with; null where it gives addresses.</param>
/// <param name="Own">The answers of the visitor's own servers (the system's, or those that were named).</param>
/// <param name="Others">The answers of public resolvers.</param>
internal sealed record NameView(
    string Host, Failure? Failure, IReadOnlyList<NameLookup> Own, IReadOnlyList<NameLookup> Others)
{
    /// <summary>The addresses that each server gave which gave any, without regard to their order.</summary>
    private IEnumerable<string> AddressSets => Own.Concat(Others)
        .Where(each => each.IsConclusive && each.Question.Type == RecordType.A)
        .Select(each => string.Join(' ', each.Addresses.Select(address => address.ToString()).Order()));

    /// <summary>
    /// Whether servers contradict each other about the IPv4 addresses: one has none, or no address is shared.
    /// </summary>
    public bool Disagree => Own.Concat(Others)
        .Where(each => each.IsConclusive && each.Question.Type == RecordType.A)
        .Select(each => each.Addresses)
        .ToList() is [var first, .. var rest] && rest.Any(other => !Shares(first, other));

    /// <summary>Whether any of the others gave an address.</summary>
    public bool? ExistsElsewhere => !Others.Any(each => each.IsConclusive) ? null
        : Others.Any(each => each.Addresses.Count > 0);

    /// <summary>How many different sets of addresses were given.</summary>
    public int Sets => AddressSets.Distinct().Count();

    /// <summary>The view; null where there is no name, or nothing is known yet.</summary>
    public static NameView? Of(SiteView view)
    {
        if (AddressChoice.NameOf(view.Observed) is not { } host)
        {
            return null;
        }

        var lookups = view.Observed.Of<NameSeen>().Where(each => !each.Ask.Unvalidated).Select(each => each.Lookup)
            .ToList();
        var own = lookups.Where(each => each.Server.Role != NameServerRole.Public).ToList();
        var system = view.Observed.Of<SystemSeen>().FirstOrDefault()?.Lookup;
        if (system is null && own.Count == 0)
        {
            return null;
        }

        var failure = system is not null ? SystemFailure(system, own) : OwnFailure(own);
        return new NameView(host, failure, own, [.. lookups.Where(each => each.Server.Role == NameServerRole.Public)]);
    }

    // The system folds SERVFAIL and silence into one; its servers, asked one by one, tell them apart.
    private static Failure? SystemFailure(SystemLookup system, List<NameLookup> own)
        => system.ToFailure() is not { } failure ? null
            : own.Any(each => each.Addresses.Count > 0) ? failure
            : OwnFailure(own) ?? failure;

    private static Failure? OwnFailure(List<NameLookup> own)
        => own.Count == 0 || own.Any(each => each.Addresses.Count > 0) ? null
            : own.Select(each => each.ToFailure()).OfType<Failure>()
                .OrderBy(each => each)
                .Cast<Failure?>()
                .FirstOrDefault();

    private static bool Shares(IReadOnlyList<IPAddress> one, IReadOnlyList<IPAddress> other)
        => (one.Count == 0 && other.Count == 0) || one.Intersect(other).Any();
}
