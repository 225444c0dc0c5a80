using System.Net;

namespace Weir.Probing.Tcp;

/// <summary>One hop of a path.</summary>
/// <param name="Distance">Its number, from 1.</param>
/// <param name="Answer">Who answered.</param>
/// <param name="Address">The address that answered; null for silence.</param>
/// <param name="RoundTrip">The time of the probe that was answered; null for silence.</param>
public sealed record PathHop(int Distance, HopAnswer Answer, IPAddress? Address = null, TimeSpan? RoundTrip = null)
{
    /// <summary>The ICMP error that was the answer; null when it was TCP, UDP or silence.</summary>
    public IcmpError? Icmp { get; init; }

    /// <summary>The errno of a probe that was not sent; 0 otherwise.</summary>
    public int SendErrno { get; init; }

    /// <summary>Names the answer that an ICMP error is.</summary>
    internal static HopAnswer Of(IcmpError icmp, IPAddress target) => icmp switch
    {
        { HopLimitExceeded: true } => HopAnswer.Router,
        _ when target.Equals(icmp.Sender) => HopAnswer.Target,
        _ => HopAnswer.Refusal,
    };
}
