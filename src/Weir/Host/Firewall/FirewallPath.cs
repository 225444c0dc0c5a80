namespace Weir.Host.Firewall;

/// <summary>What the rules of a host would do with a packet.</summary>
/// <param name="Deciders">In the order in which they are asked.</param>
/// <param name="Complete">All rules were followed; false: there are more than is reasonable.</param>
public sealed record FirewallPath(IReadOnlyList<FirewallDecider> Deciders, bool Complete)
{
    /// <summary>The ones that would stop the packet, certain or not.</summary>
    public IEnumerable<FirewallDecider> Obstacles
        => Deciders.Where(one => one.Action is RuleAction.Drop or RuleAction.Reject);

    /// <summary>
    /// The one that stops the packet for certain; null when there is none, or when something before it may decide.
    /// </summary>
    public FirewallDecider? CertainObstacle
        => Obstacles.FirstOrDefault(one => one.Fit == Fit.Yes) is { } obstacle
            && Deciders.TakeWhile(one => one != obstacle).All(one => one.Fit == Fit.Yes)
                ? obstacle
                : null;
}
