using System.Text;
using Weir.Logs.Access;

namespace Weir.Tests.Logs;

public sealed class AccessFormatTests
{
    [Fact]
    public void A_directive_is_read_as_it_stands_in_the_configuration()
    {
        var format = AccessFormat.Compile("""
            log_format  main  '$remote_addr - ${remote_user} [$time_local] "$request" '
                              '$status "$http_user_agent" '
                              'took="$request_time" up=$upstream_addr;$upstream_status';
            """);
        Read(format, """
            ::1 - - [22/Nov/2026:10:00:00 +0100] "GET /a b HTTP/1.1" 502 "x y" took="0.5" up=[::2]:80, [::1]:81;502, 504
            """, line =>
        {
            Assert.Equal(502, line.Status);
            Assert.Equal("GET /a b HTTP/1.1", line.RequestLine());
            Assert.Equal(0.5, line.Seconds);
            Assert.Equal(["[::2]:80", "[::1]:81"], UpstreamTry.Of(line).Select(each => each.Address));
            Assert.Equal([502, 504], UpstreamTry.Of(line).Select(each => each.Status));
            Assert.Equal(TimeSpan.FromHours(1), line.LocalOffset);
        });
    }

    [Theory]
    [InlineData("$time_iso8601 $status $request_method $request_uri", "2026-11-22T10:00:00+01:00 502 GET /a")]
    [InlineData("$time_local $status $request_method $request_uri", "22/Nov/2026:10:00:00 +0100 502 GET /a")]
    [InlineData("$msec $status $request_method $request_uri", "1795338000.000 502 GET /a")]
    public void Every_spelling_of_the_time_is_read(string format, string text)
        => Read(AccessFormat.Compile(format), text, line =>
        {
            Assert.Equal(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero), line.At!.Value.ToUniversalTime());
            Assert.Equal("GET /a", line.RequestLine());
        });

    [Fact]
    public void Json_with_escaped_quotes_and_bare_dashes_is_read_by_its_format()
        => Read(AccessFormat.Compile(
            """log_format j escape=json '{"r":"$request","s":$status,"t":$upstream_header_time}';"""),
            """{"r":"GET /?a=\"b\",\"s\":200 HTTP/1.1","s":502,"t":-}""", line =>
        {
            Assert.Equal("GET /?a=\"b\",\"s\":200 HTTP/1.1", line.RequestLine());
            Assert.Equal(502, line.Status);
            Assert.True(line[AccessField.UpstreamHeaderTime].IsEmpty);
        });

    [Fact]
    public void Lists_of_tries_without_quotes_or_brackets_keep_together()
        => Read(AccessFormat.Compile("$status $upstream_addr $upstream_status $upstream_response_time $request_time"),
            "200 10.0.0.1:80, unix:/run/a.sock : 10.0.0.3:80 502, 502 : 200 0.001, - : 0.2 0.3", line =>
        {
            var tries = UpstreamTry.Of(line);
            Assert.Equal([0, 0, 1], tries.Select(each => each.Round));
            Assert.Equal([0.001, null, 0.2], tries.Select(each => each.ResponseSeconds));
            Assert.Equal(0.3, line.Seconds);
        });

    [Fact]
    public void Variables_that_touch_are_not_told_apart_and_the_rest_is_read()
        => Read(AccessFormat.Compile("$scheme$host $status"), "httpsshop.example 502",
            line => Assert.True(line[AccessField.Host].IsEmpty));

    [Theory]
    [InlineData("log_format main", "name and no text")]
    [InlineData("log_format main escape=xml '$status'", "\"xml\" is no escape")]
    [InlineData("nothing to read", "between 1 and")]
    public void A_format_that_cannot_be_read_says_why(string text, string why)
        => Assert.Contains(why, Assert.Throws<FormatException>(() => AccessFormat.Compile(text)).Message);

    private static void Read(AccessFormat format, string text, Action<AccessLine> check)
    {
        Assert.True(AccessLine.TryRead(Encoding.UTF8.GetBytes(text), format, AccessLine.Room(), out var line));
        check(line);
    }
}
