using Weir.Configurations.Nginx;

namespace Weir.Tests.Configurations.Nginx;

public sealed class NginxValueTests
{
    [Theory]
    [InlineData("4096", 4096L)]
    [InlineData("4k", 4096L)]
    [InlineData("1M", 1048576L)]
    [InlineData("1g", 1073741824L)]
    [InlineData("", null)]
    [InlineData("k", null)]
    [InlineData("-1", null)]
    [InlineData("9999999999999999999g", null)]
    public void Sizes_have_units(string text, long? bytes) => Assert.Equal(bytes, NginxValue.Size(text));

    [Theory]
    [InlineData("60", 60.0)]
    [InlineData("500ms", 0.5)]
    [InlineData("1m30s", 90.0)]
    [InlineData("1h 5", 3605.0)]
    [InlineData("1d", 86400.0)]
    [InlineData("1M", 2592000.0)]
    [InlineData("", null)]
    [InlineData("s", null)]
    [InlineData("5x", null)]
    [InlineData("9999999999999999999y", null)]
    [InlineData("999999999999999y", null)]
    public void Times_have_units(string text, double? seconds)
        => Assert.Equal(seconds, NginxValue.Time(text)?.TotalSeconds);

    [Theory]
    [InlineData("a$b${c}d$1x$", "b|c|1")]
    [InlineData("${open", "")]
    [InlineData("plain", "")]
    public void Variables_are_found(string text, string names)
        => Assert.Equal(names, string.Join('|', NginxValue.Variables(text)));

    [Theory]
    [InlineData("(a+)(?<n>b+)(c)", "xaabc", "aabc|aa|b|c")]
    [InlineData("(?P<n>[[:digit:]]+)", "a12", "12|12")]
    [InlineData(@"^/x\_y$", "/x_y", "/x_y")]
    [InlineData(@"a(?!b)(.)", "abac", "ac|c")]
    [InlineData("[]a]+", "b]a", "]a")]
    [InlineData("[a[]+", "b[a", "[a")]
    public void Expressions_are_those_of_PCRE(string pattern, string text, string groups)
        => Assert.Equal(groups, string.Join('|', new NginxRegex(pattern, ignoreCase: false).Match(text)!));

    [Theory]
    [InlineData("a++b")]
    [InlineData("(")]
    [InlineData("(?R)")]
    [InlineData("(?!x)^(a+)+$")]
    public void An_expression_that_cannot_be_run_here_is_neither_a_match_nor_none(string pattern)
        => Assert.Null(new NginxRegex(pattern, ignoreCase: false).Match(new string('a', 60) + "b"));
}
