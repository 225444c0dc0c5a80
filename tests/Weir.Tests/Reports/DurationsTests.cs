using Weir.Reports;

namespace Weir.Tests.Reports;

public sealed class DurationsTests
{
    [Theory]
    [InlineData("250ms", 0.25)]
    [InlineData("5s", 5)]
    [InlineData("1.5s", 1.5)]
    [InlineData("15m", 900)]
    [InlineData("2h", 7_200)]
    [InlineData("1d", 86_400)]
    [InlineData("0s", 0)]
    public void A_number_with_a_unit_is_a_duration(string text, double seconds)
    {
        Assert.True(Durations.TryParse(text, out var duration, out var problem));
        Assert.Equal(TimeSpan.FromSeconds(seconds), duration);
        Assert.Empty(problem);
    }

    [Theory]
    [InlineData("20", "\"20\" has no unit. Write 20s for seconds, or 20ms, 20m, 20h.")]
    [InlineData("", "\"\" is no duration. Write for example 250ms, 5s, 15m, 2h or 1d.")]
    [InlineData("-5s", "\"-5s\" is no duration. Write for example 250ms, 5s, 15m, 2h or 1d.")]
    [InlineData("soon", "\"soon\" is no duration. Write for example 250ms, 5s, 15m, 2h or 1d.")]
    [InlineData("5 minutes", "\"minutes\" is no unit of time. Write for example 250ms, 5s, 15m, 2h or 1d.")]
    [InlineData("1.2.3s", "\"1.2.3s\" is no duration. Write for example 250ms, 5s, 15m, 2h or 1d.")]
    [InlineData("9999999999h", "\"9999999999h\" is longer than a year. Write for example 250ms, 5s, 15m, 2h or 1d.")]
    [InlineData("5\e[2Js", "\"\\x1B[2Js\" is no unit of time. Write for example 250ms, 5s, 15m, 2h or 1d.")]
    public void A_wrong_duration_is_explained(string text, string problem)
    {
        Assert.False(Durations.TryParse(text, out _, out var said));
        Assert.Equal(problem, said);
    }

    [Theory]
    [InlineData(0.0003, "0.3 ms")]
    [InlineData(0.83, "830 ms")]
    [InlineData(3.21, "3.2 s")]
    [InlineData(900, "15 min")]
    [InlineData(9_000, "2.5 h")]
    public void A_duration_is_said_in_its_most_readable_unit(double seconds, string words)
        => Assert.Equal(words, Durations.Words(TimeSpan.FromSeconds(seconds)));
}
