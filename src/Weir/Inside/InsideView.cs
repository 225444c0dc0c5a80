using System.Net;
using Weir.Host;
using Weir.Inside.Checks;
using Weir.Probing;
using Weir.Probing.Checks;
using Weir.Probing.Plans;

namespace Weir.Inside;

/// <summary>What the inside view has seen, arranged by what its plan and its readings ask for. Pure.</summary>
/// <param name="site">What was seen from outside.</param>
public sealed class InsideView(SiteView site)
{
    /// <summary>More ends than these are not asked: they are one service.</summary>
    private const int MostEnds = 8;

    private readonly Observed observed = site.Observed;

    /// <summary>The outside.</summary>
    public SiteView Site => site;

    /// <summary>The machine, at the beginning and, where it was read again, at the end.</summary>
    public Machine? Begin => MachineAt(Moment.Begin);

    /// <summary>The machine when everything had been asked.</summary>
    public Machine? End => MachineAt(Moment.End);

    /// <summary>The gateway: one that runs before one that does not, before none.</summary>
    public GatewaySeen? Gateway { get; } = site.Observed.Of<GatewaySeen>()
        .OrderBy(each => each switch { { Place.Master: not null } => 0, { Place: not null } => 1, _ => 2 })
        .FirstOrDefault();

    /// <summary>What its logs say.</summary>
    public LogSeen? Log => observed.Of<LogSeen>().FirstOrDefault();

    /// <summary>Every end of the way behind the gateway.</summary>
    public IReadOnlyList<HopEnd> Ends => field ??= [.. (Gateway?.Members ?? []).SelectMany(EndsOf).Take(MostEnds)];

    /// <summary>The requests replayed as the gateway would send them.</summary>
    public IReadOnlyList<HopAsked> Asked => field ??= [.. observed.Of<HopAsked>()
        .Where(each => each.Ask.Variation == HopVariation.AsGateway)];

    /// <summary>The requests replayed to one end.</summary>
    public IReadOnlyList<HopAsked> AskedAt(HopEnd end) => [.. Asked.Where(each => each.Ask.End == end)];

    /// <summary>The finished replay of a variation; null while there is none.</summary>
    public HopAsked? Varied(HopEnd end, HopVariation variation)
        => observed.Of<HopAsked>().FirstOrDefault(each => each.Ask.End == end && each.Ask.Variation == variation);

    /// <summary>Whether the first request to an end is late.</summary>
    public bool IsSlow(HopEnd end) => observed.Of<HopSlow>().Any(each => each.Ask.End == end);

    /// <summary>A seat at a moment; null where it was not read.</summary>
    public SeatSeen? SeatAt(NetworkSeat seat, Moment moment)
        => observed.Of<SeatSeen>().FirstOrDefault(each => each.Look.Seat == seat && each.Look.Moment == moment);

    /// <summary>The namespace of this machine that an end lies in; null where it is elsewhere.</summary>
    public MachineSpace? SpaceOf(HopEnd end)
    {
        ArgumentNullException.ThrowIfNull(end);
        return Gateway?.Place is not { } place || Begin is not { } machine ? null
            : end.Address is { } address ? machine.SpaceOf(address, place.Space)
            : place.Space;
    }

    /// <summary>The seat of a namespace, as the plan reads it.</summary>
    public NetworkSeat SeatFor(MachineSpace space)
        => space == Gateway?.Place?.Space ? Gateway.Place.Seat : Begin!.SeatOf(space);

    /// <summary>Whether all requests as asked are finished.</summary>
    public bool SamplesDone
        => SamplePlan.Next(site).OfType<Sample>().All(IsDone) && observed.Of<Sampled>().Any();

    /// <summary>Whether a check is finished, not merely begun.</summary>
    public bool IsDone(Check check)
        => observed.Facts.Any(each => each.Check == check && each.Fact is not (Reached or HopSlow));

    /// <summary>A line in which the application complains of its database; empty for none.</summary>
    public string DatabaseComplaint => Log?.View.Phrases
        .Where(each => each.Phrase.Answers.Any(answer => answer.Observable == Diagnosis.Observable.DatabaseComplaint))
        .Select(each => each.Example).LastOrDefault() ?? "";

    /// <summary>Whether something is wrong as far as is known now.</summary>
    public bool IsFailing => site.Failing.Count > 0 || Asked.Any(each => each.Failure is not null)
        || observed.Of<HopSlow>().Any() || site.Unreached.Count > 0;

    private Machine? MachineAt(Moment moment)
        => observed.Of<MachineSeen>().FirstOrDefault(each => each.Moment == moment)?.Machine is { } reading
            && reading.TryGet(out var machine) ? machine : null;

    private IEnumerable<HopEnd> EndsOf(UpstreamMember member)
        => member.UnixPath is not null ? [new(member, null)]
            : member.Literal is { } literal ? [new(member, literal)]
            : AddressesOf(member).Select(address => new HopEnd(member, address));

    // Where the gateway connected a moment ago, its name may lead no longer.
    private IEnumerable<IPAddress> AddressesOf(UpstreamMember member)
        => observed.Of<MemberNamesSeen>().Where(each => each.Member == member)
            .SelectMany(each => each.Answer.Addresses)
            .Concat(UsedAddresses(member)).Distinct();

    /// <summary>The addresses that the log says a member's name was used with.</summary>
    public IEnumerable<IPAddress> UsedAddresses(UpstreamMember member)
        => Log is null || member.Literal is not null ? []
            : Log.View.Members.Select(each => IPEndPoint.TryParse(each.Upstream, out var used) ? used : null)
                .OfType<IPEndPoint>().Where(used => used.Port == member.Port).Select(used => used.Address).Distinct();
}
