using Weir.Configurations;

namespace Weir.Tests.Configurations;

public sealed class GlobPatternTests
{
    [Theory]
    [InlineData("*", "a", true)]
    [InlineData("*", ".a", false)]
    [InlineData(".*", ".a", true)]
    [InlineData("*.conf", "a.conf", true)]
    [InlineData("*.conf", "a.conf~", false)]
    [InlineData("a*b*c", "aXbXbc", true)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("[a-c]x", "bx", true)]
    [InlineData("[!a-c]x", "bx", false)]
    [InlineData("[]]x", "]x", true)]
    [InlineData("[a", "[a", true)]
    [InlineData("\\*", "*", true)]
    [InlineData("\\*", "a", false)]
    public void A_name_fits_as_in_the_C_library(string pattern, string name, bool fits)
        => Assert.Equal(fits, GlobPattern.Matches(pattern, name));

    [Fact]
    public void Many_stars_take_no_long_time()
        => Assert.False(GlobPattern.Matches(
            string.Concat(Enumerable.Repeat("*a", 100)) + "b", new string('a', 255)));
}
