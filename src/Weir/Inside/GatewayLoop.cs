namespace Weir.Inside;

/// <summary>Whether the gateway sends a request to itself.</summary>
internal static class GatewayLoop
{
    /// <summary>
    /// An end is the gateway's own socket, and what arrives there is sent to the same end again.
    /// </summary>
    public static bool IsOwn(InsideView view, HopEnd end)
    {
        if (view.Gateway is not { Place: { Master: { } master } place, Configuration: { } read, Choice: { } choice }
            || end.Endpoint is not { } endpoint || view.Begin is not { } machine
            || machine.SpaceOf(endpoint.Address, place.Space) != place.Space
            || !machine.ListenersFor(endpoint, place.Space)
                .Any(each => each.Owners.Any(owner => owner.Id == master.Id)))
        {
            return false;
        }

        var again = read.Choose(new Configurations.GatewayRequest(
            endpoint, choice.Host, choice.Uri ?? view.Site.Target.PathAndQuery));
        return UpstreamMember.Of(read.Model, again).Any(member => member == end.Member);
    }
}
