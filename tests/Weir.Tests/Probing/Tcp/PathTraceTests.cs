using System.Net;
using Weir.Probing.Tcp;

namespace Weir.Tests.Probing.Tcp;

/// <summary>The pure part of a trace: when it ends, what is left out, what is a loop.</summary>
public sealed class PathTraceTests
{
    private static readonly TraceRequest Request = new(new(IPAddress.Parse("10.9.9.9"), 80), TraceMethod.Tcp);

    [Theory]
    [InlineData("a b", null)]
    [InlineData("a b T", PathEnd.Target)]
    [InlineData("a . T T", PathEnd.Target)]
    [InlineData("a R T", PathEnd.Refusal)]
    [InlineData("a b . . . .", null)]
    [InlineData("a b . . . . .", PathEnd.Silence)]
    [InlineData(". . . . .", PathEnd.Silence)]
    [InlineData("a b a b a b a b a b", PathEnd.HopLimit)]
    [InlineData("N N N", PathEnd.NotSent)]
    public void A_trace_ends_when_its_hops_say_so(string hops, PathEnd? end)
        => Assert.Equal(end, PathTrace.EndOf(Hops(hops), maxHops: 10));

    [Theory]
    [InlineData("a b a", true)]
    [InlineData("a b c", false)]
    [InlineData("a a b", false)]
    [InlineData("a . a", false)]
    public void A_router_that_comes_again_after_another_is_a_loop(string hops, bool loop)
        => Assert.Equal(loop, PathTrace.Of(Request, Hops(hops), PathEnd.HopLimit).HasLoop);

    [Fact]
    public void What_lies_beyond_the_target_is_left_out()
        => Assert.Equal(2, PathTrace.Of(Request, Hops("a T T T"), PathEnd.Target).Hops.Count);

    private static PathHop[] Hops(string text) =>
        [.. text.Split(' ').Select((letter, index) => Hop(index + 1, letter[0]))];

    private static PathHop Hop(int distance, char letter) => letter switch
    {
        '.' => new PathHop(distance, HopAnswer.Silence),
        'N' => new PathHop(distance, HopAnswer.NotSent),
        'T' => new PathHop(distance, HopAnswer.Target, Request.Target.Address),
        'R' => new PathHop(distance, HopAnswer.Refusal, IPAddress.Parse("10.0.0.99")),
        _ => new PathHop(distance, HopAnswer.Router, IPAddress.Parse($"10.0.0.{letter - 'a' + 1}")),
    };
}
