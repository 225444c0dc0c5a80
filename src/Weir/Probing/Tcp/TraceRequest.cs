using System.Net;

namespace Weir.Probing.Tcp;

/// <summary>A path trace that is asked for.</summary>
/// <param name="Target">The endpoint; the port matters for <see cref="TraceMethod.Tcp"/> only.</param>
/// <param name="Method">What is sent.</param>
public sealed record TraceRequest(IPEndPoint Target, TraceMethod Method)
{
    /// <summary>How many hops at most, 1 to 64; the Internet hardly has longer paths than 30.</summary>
    public int MaxHops { get; init; } = 30;

    /// <summary>
    /// How often a silent hop is asked, 1 to 3: routers answer when they have time, so once is too few.
    /// </summary>
    public int ProbesPerHop { get; init; } = 2;

    /// <summary>How long a hop may take to answer. Below a second, so that no SYN is repeated within a probe.</summary>
    public TimeSpan HopTimeout { get; init; } = TimeSpan.FromMilliseconds(900);

    /// <summary>How long the whole trace may take.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>The request within its limits, its address out of an IPv6 coat.</summary>
    internal TraceRequest Bounded() => this with
    {
        Target = Target.Address.IsIPv4MappedToIPv6
            ? new IPEndPoint(Target.Address.MapToIPv4(), Target.Port)
            : Target,
        MaxHops = Math.Clamp(MaxHops, 1, 64),
        ProbesPerHop = Math.Clamp(ProbesPerHop, 1, 3),
    };
}
