using FsCheck;
using FsCheck.Fluent;
using Weir.Reports;

namespace Weir.Tests.Reports;

public sealed class ConfidencesTests
{
    [Fact]
    public void Rounded_confidences_stay_near_and_together_at_most_one()
    {
        var shares = Arb.From(Gen.Choose(1, 1_000).NonEmptyListOf()
            .Select(parts => parts.Select(part => part / (double)parts.Sum()).ToArray()));
        Prop.ForAll(shares, exact =>
            {
                var percents = Confidences.Percents(exact);
                return percents.Sum() <= 100
                    && percents.Zip(exact).All(each => Math.Abs(each.First - (each.Second * 100)) <= 1);
            })
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Nothing_is_rounded_up_to_what_may_be_acted_on()
        => Assert.Equal([49, 50, 1], Confidences.Percents([0.4999, 0.5, 0.005]));
}
