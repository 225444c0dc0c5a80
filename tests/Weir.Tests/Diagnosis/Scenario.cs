using System.Globalization;
using Weir.Diagnosis;
using Weir.Knowledge;
using Weir.Vocabulary;

namespace Weir.Tests.Diagnosis;

/// <summary>Who looked, and so what is answered besides what the scenario says: that all of it is in order.</summary>
public enum Seat
{
    /// <summary>Nobody answers more than is written.</summary>
    Bare,

    /// <summary>The upstream's host, its application's log and the gateway were all read.</summary>
    FromInside,

    /// <summary>From outside, and the site could be asked: the variations were tried.</summary>
    Reached,

    /// <summary>From outside, and the site could not be reached: the visitor's own side was asked.</summary>
    Unreached,
}

/// <summary>A case in one row: what was seen and answered, and the cause that must come first.</summary>
/// <param name="Cause">The cause that must come first.</param>
/// <param name="Name">The case in words.</param>
/// <param name="Seat">Who looked; an answer written in the row replaces the seat's own.</param>
/// <param name="Seen">
/// A failure (<c>connect-refused</c>), a gateway's error (<c>502 made by nginx</c>, <c>502 passed on by nginx</c>), a
/// status of unknown origin (<c>502</c>), or nothing.
/// </param>
/// <param name="Yes">Observables that are so, with blanks between them.</param>
/// <param name="No">Observables that are not so.</param>
/// <param name="Least">The least confidence asked for; below 0.5 only with the reason why no more is honest.</param>
public sealed record Scenario(
    string Cause, string Name, Seat Seat, string Seen, string Yes = "", string No = "", double Least = 0.5)
{
    private const string InsideYes = "listener-present process-running gateway-running";

    private const string InsideNo =
        "accept-queue-full listen-overflows-rising firewall-rule-counts rate-limit-rule-counts conntrack-full "
        + "processor-saturated memory-exhausted oom-kill-recent disk-full upstream-limit-used-up "
        + "restart-counter-rising stopped-on-purpose process-started-just-before socket-forbidden "
        + "listener-on-other-port listener-on-other-address crash-in-log worker-killed-for-time database-complaint "
        + "workers-busy gateway-limit-reached all-members-down seen-twice-in-path timeouts-do-not-nest";

    private const string NamesYes = "name-exists-elsewhere";
    private const string NamesNo = "resolvers-disagree own-resolver-wrong";

    /// <summary>What the judge is given.</summary>
    public Testimony Testimony => Told();

    /// <inheritdoc/>
    public override string ToString() => $"{Cause}: {Name}";

    /// <summary>A testimony without a scenario.</summary>
    public static Testimony Of(string seen, string yes = "", string no = "")
        => new Scenario("", "", Seat.Bare, seen, yes, no).Testimony;

    /// <summary>The observable with this spelling.</summary>
    public static Observable Asked(string name) => Spelling.FromKebab<Observable>(name)
        ?? throw new ArgumentException($"\"{name}\" is no observable.", nameof(name));

    private Testimony Told()
    {
        var (seatYes, seatNo) = Seat switch
        {
            Seat.Bare => ("", ""),
            Seat.FromInside => (InsideYes, InsideNo),
            Seat.Reached => (NamesYes, $"{NamesNo} stale-copy only-this-client"),
            Seat.Unreached => (NamesYes, $"{NamesNo} network-down other-sites-fail local-gateway-silent"),
        };
        var answers = Testimony.None.Answers;
        foreach (var (words, isSo) in new[] { (seatYes, true), (seatNo, false), (Yes, true), (No, false) })
        {
            answers = answers.SetItems(Split(words).Select(word => KeyValuePair.Create(Asked(word), isSo)));
        }

        return Failed() with { Answers = answers };
    }

    private Testimony Failed() => Split(Seen) switch
    {
        [] => Testimony.None,
        [var status, "made", "by", .. var gateway] => Status(status, string.Join(' ', gateway), true),
        [var status, "passed", "on", "by", .. var gateway] => Status(status, string.Join(' ', gateway), false),
        [var status] when char.IsAsciiDigit(status[0]) => Status(status, null, null),
        [var failure] => Testimony.None.With(Spelling.FromKebab<Failure>(failure)
            ?? throw new ArgumentException($"\"{failure}\" is no failure.", nameof(Seen))),
        _ => throw new ArgumentException($"\"{Seen}\" cannot be read.", nameof(Seen)),
    };

    private static Testimony Status(string status, string? gateway, bool? madeIt) => Testimony.None with
    {
        Failure = GatewayStatuses.Fit(gateway, int.Parse(status, CultureInfo.InvariantCulture), madeIt),
    };

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
