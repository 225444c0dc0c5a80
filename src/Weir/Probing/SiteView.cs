using System.Net;
using Weir.Probing.Checks;

namespace Weir.Probing;

/// <summary>What has been observed, arranged by what the plan and the readings ask for. Pure.</summary>
/// <param name="observed">Everything measured so far.</param>
public sealed class SiteView(Observed observed)
{
    /// <summary>More addresses than this are not tried: they are one service, and a site is not to be swept.</summary>
    public const int MostAddresses = 8;

    /// <summary>Everything measured so far.</summary>
    public Observed Observed { get; } = observed;

    /// <summary>The target.</summary>
    public Target Target => Observed.Target;

    /// <summary>The addresses that are asked, in the order in which a browser would try them.</summary>
    public IReadOnlyList<IPEndPoint> Endpoints { get; } = [.. AddressChoice.Of(observed)
        .Distinct()
        .Take(MostAddresses)
        .Select(address => new IPEndPoint(address, observed.Options.ConnectTo?.Port ?? observed.Target.Port))];

    /// <summary>Every finished request, in the order of completion.</summary>
    public IReadOnlyList<Sampled> Sampled { get; } = [.. observed.Of<Sampled>()];

    /// <summary>The finished requests that were sent as the visitor asks.</summary>
    public IReadOnlyList<Sampled> AsAsked { get; } =
        [.. observed.Of<Sampled>().Where(each => each.Sample.Variation == Variation.AsAsked)];

    /// <summary>The requests as asked that failed.</summary>
    public IReadOnlyList<Sampled> Failing => [.. AsAsked.Where(each => each.Fails)];

    /// <summary>Whether the site answers with a redirect, so that the verdict is about where it leads.</summary>
    public string? RedirectsTo => AsAsked.Select(each => each.Location).OfType<string>().FirstOrDefault();

    /// <summary>The endpoints at which a connection was established.</summary>
    public IReadOnlyList<IPEndPoint> Reachable => [.. Endpoints.Where(endpoint => Observed.Of<Reached>()
        .Any(each => each.Sample.Endpoint.Equals(endpoint) && each.Attempt.Connected))];

    /// <summary>The attempts to connect that failed, one an endpoint.</summary>
    public IReadOnlyList<Reached> Unreached => [.. Observed.Of<Reached>()
        .Where(each => each.Sample is { Variation: Variation.AsAsked, Number: 0 } && !each.Attempt.Connected)];

    /// <summary>The first finished request of a variation; null while there is none.</summary>
    public Sampled? Varied(Variation variation)
        => Sampled.FirstOrDefault(each => each.Sample.Variation == variation);

    /// <summary>Whether this much time has passed since the beginning.</summary>
    public bool HasPassed(TimeSpan time) => Observed.Of<Waited>().Any(each => each.Took >= time);
}
