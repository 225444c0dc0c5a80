using Weir.Logs.Recent;

namespace Weir.Tests.Logs;

public sealed class TimerEdgeTests
{
    [Fact]
    public void Durations_at_one_value_are_a_timer()
        => Assert.Equal(new TimerEdge(60.001, 4, 5), TimerEdge.Find([60.001, 60.004, 60.06, 61.0, 0.002]));

    [Fact]
    public void A_smooth_tail_is_load()
        => Assert.Null(TimerEdge.Find([1.1, 2.4, 3.9, 5.0, 8.8, 13.1]));

    [Fact]
    public void What_fails_at_once_waits_for_no_timer()
        => Assert.Null(TimerEdge.Find([0.001, 0.001, 0.001, 0.001]));

    [Fact]
    public void Two_that_agree_prove_nothing()
        => Assert.Null(TimerEdge.Find([60.0, 60.0]));
}
