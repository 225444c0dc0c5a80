using System.Collections.Immutable;
using Weir.Configurations;
using Weir.Host;
using Weir.Inside.Checks;
using Weir.Probing;
using Weir.Vocabulary;

namespace Weir.Inside;

/// <summary>
/// Which looks into this machine are worth taking, given what has been observed. Pure, and asked again after every
/// fact, like the plan of the outside: the machine, the gateway, its upstreams, its logs, and everything once more.
/// </summary>
public static class InsidePlan
{
    /// <summary>How often a request is replayed to an end where something fails.</summary>
    private const int Tries = 3;

    /// <summary>Endpoints of the site of which the gateway is looked for: one of each family.</summary>
    private const int MostEndpoints = 2;

    /// <summary>The checks that are wanted now.</summary>
    public static IEnumerable<Check> Next(Observed observed)
    {
        ArgumentNullException.ThrowIfNull(observed);
        if (observed.Options.Inside is null)
        {
            return [];
        }

        var view = new InsideView(new SiteView(observed));
        return
        [
            new MachineLook(Moment.Begin),
            .. Gateways(view),
            .. Names(view),
            .. Seats(view, Moment.Begin),
            .. Asks(view),
            .. Pairs(view),
            .. Logs(view),
            .. Machines(view),
            .. Again(view),
        ];
    }

    private static IEnumerable<Check> Gateways(InsideView view)
        => view.Site.Observed.Of<MachineSeen>().FirstOrDefault(each => each.Machine.Missing is null) is { } seen
            ? view.Site.Endpoints.Take(MostEndpoints)
                .Select(endpoint => new GatewayLook(endpoint, view.Site.Target, seen))
            : [];

    private static IEnumerable<Check> Names(InsideView view)
        => (view.Gateway?.Members ?? []).Where(each => each.UnixPath is null && each.Literal is null)
            .Select(each => new MemberNames(view.Gateway!, each));

    private static IEnumerable<SeatLook> Seats(InsideView view, Moment moment)
    {
        if (view.Gateway?.Place is not { } place || view.Begin is not { } machine)
        {
            return [];
        }

        var behind = view.Ends.Select(end => (end, space: view.SpaceOf(end)))
            .Where(each => each.space is not null && each.space != place.Space)
            .DistinctBy(each => each.space)
            .Select(each => new SeatLook(machine.SeatOf(each.space!), $"the host of {each.end.Name}", moment));
        return [new SeatLook(place.Seat, "the gateway", moment), .. behind];
    }

    // The counters are read first, so that what the requests make them count is seen.
    private static IEnumerable<Check> Asks(InsideView view)
        => view.Gateway is not { Place: { } place } gateway || !Seats(view, Moment.Begin).All(view.IsDone) ? []
            : view.Ends.SelectMany(end => AsksAt(view, gateway, place, end));

    private static IEnumerable<Check> AsksAt(InsideView view, GatewaySeen gateway, GatewayPlace place, HopEnd end)
    {
        yield return new HopAsk(gateway, end, HopVariation.AsGateway, 0);
        var first = view.AskedAt(end).FirstOrDefault(each => each.Ask.Number == 0);
        if (!view.IsFailing || (first is null && !view.IsSlow(end)))
        {
            yield break;
        }

        for (var number = 1; number < Tries; number++)
        {
            yield return new HopAsk(gateway, end, HopVariation.AsGateway, number);
        }

        var waits = first?.Failure is null or Failure.HeadersTimeout or Failure.BodyTimeout or Failure.TlsTimeout
            && view.IsSlow(end);
        if (waits && end.Endpoint is not null)
        {
            yield return new HopAsk(gateway, end, HopVariation.SmallSegments, 0);
        }

        if (waits)
        {
            yield return new HopAsk(gateway, end, HopVariation.NoSuchPage, 0);
        }

        if (first?.Failure is Failure.ClosedBeforeHeaders or Failure.ResetBeforeHeaders or Failure.HeadersMalformed
            && gateway.Hop is { Protocol: HopProtocol.Http })
        {
            yield return new HopAsk(gateway, end, HopVariation.OverTls, 0);
            yield return new HopAsk(gateway, end, HopVariation.ByFastCgi, 0);
        }

        if (end.Endpoint is { } endpoint && (first is null || !first.Attempt.Connect.Connected))
        {
            yield return new HopPorts(place.Seat, endpoint);
        }
    }

    // From the gateway's seat, once it is known whether there is one here.
    private static IEnumerable<Check> Pairs(InsideView view)
    {
        var upstreams = view.Site.Observed.Options.Inside!.Upstreams;
        var looked = Gateways(view).ToList();
        return upstreams.Length > 0 && (looked.Count > 0 ? looked.All(view.IsDone) : view.Begin is not null)
            ? upstreams.Select(each => new PairLook(each, view.Gateway?.Place?.Seat ?? NetworkSeat.This))
            : [];
    }

    // After our own requests, so that their lines are among the others.
    private static IEnumerable<Check> Logs(InsideView view)
        => view.SamplesDone && (view.Gateway?.Configuration is not null
            || view.Site.Observed.Options.Inside is { Logs.Length: > 0 })
                ? [new LogLook(view.Gateway, view.Site.Target.Host)]
                : [];

    private static IEnumerable<Check> Machines(InsideView view)
        => !view.IsFailing ? []
            : [new KernelLook(), .. Limits(view), .. Groups(view, Moment.Begin),
                .. view.Gateway?.Place is null ? [] : new Check[] { new ProcessWatch() },
                .. view.Ends.SelectMany(end => EndsHere(view, end))];

    private static IEnumerable<GroupLook> Groups(InsideView view, Moment moment)
        => view.Begin is not { } machine ? []
            : view.Ends.Where(end => end.Endpoint is not null)
                .Select(end => (end, space: view.SpaceOf(end)))
                .Where(each => each.space is not null)
                .SelectMany(each => machine.ListenersFor(each.end.Endpoint!, each.space!)
                    .SelectMany(row => row.Owners).Take(1))
                .DistinctBy(owner => owner.Id)
                .Select(owner => new GroupLook(machine.Root, owner.Id, moment));

    private static IEnumerable<LimitsLook> Limits(InsideView view)
        => view.Gateway?.Place is { Workers.Count: > 0 } place && view.Begin is { } machine
            ? [new LimitsLook(machine.Root, "the gateway", [.. place.Workers.Take(MostOwners).Select(each => each.Id)])]
            : [];

    // What belongs to an end that lies on this machine.
    private static IEnumerable<Check> EndsHere(InsideView view, HopEnd end)
    {
        if (view.Begin is not { } machine || view.SpaceOf(end) is not { } space)
        {
            yield break;
        }

        if (end.Member.UnixPath is { } path)
        {
            yield return new SocketLook(view.Gateway!.Place!, path);
        }

        if (view.IsSlow(end))
        {
            yield return new WorkersLook(view.SeatFor(space), end.Endpoint, end.Member.UnixPath);
        }

        var owners = end.Endpoint is { } endpoint ? machine.ListenersFor(endpoint, space).SelectMany(row => row.Owners)
            .Select(owner => owner.Id).Distinct().Take(MostOwners).ToImmutableArray() : [];
        if (owners.Length > 0 && view.SamplesDone)
        {
            yield return new ApplicationLogLook(machine.Root, owners);
            yield return new DiskLook(machine.Root, owners[0]);
            yield return new LimitsLook(machine.Root, end.Name, owners);
            if (view.Log is not null)
            {
                yield return new DatabaseLook(view.SeatFor(space), view.DatabaseComplaint);
            }
        }
    }

    /// <summary>Processes of one application whose logs are looked for: they share them.</summary>
    private const int MostOwners = 8;

    // A difference needs a second reading, when everything has been asked.
    private static IEnumerable<Check> Again(InsideView view)
        => view.IsFailing && view.Gateway?.Place is not null && view.SamplesDone && Asks(view).All(view.IsDone)
            && view.IsDone(new ProcessWatch())
            ? [.. Seats(view, Moment.End), new MachineLook(Moment.End), .. Groups(view, Moment.End)]
            : [];
}
