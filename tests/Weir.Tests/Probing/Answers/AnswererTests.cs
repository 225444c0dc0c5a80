using Weir.Probing.Answers;
using Weir.Vocabulary;

namespace Weir.Tests.Probing.Answers;

public sealed class AnswererTests
{
    private const string NginxPage = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n"
        + "<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.24.0</center>\r\n</body>\r\n</html>\r\n";

    private const string AlbPage = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n"
        + "<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n";

    private const string HaproxyPage = "<html><body><h1>502 Bad Gateway</h1>\n"
        + "The server returned an invalid or incomplete response.\n</body></html>\n";

    [Fact]
    public void A_page_of_nginx_under_its_own_name_is_its_own()
    {
        var answerer = Answerers.Identify(Pages.Of(502, NginxPage, "Server: nginx/1.24.0"))!;

        Assert.Equal(("nginx", "1.24.0", true), (answerer.Software, answerer.Version, answerer.MadeIt));
        Assert.Equal(AnswererRole.Gateway, answerer.Role);
        Assert.Contains(answerer.Signs, sign => sign.Contains("<hr><center>nginx", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Cloudflare", "Server: cloudflare", "CF-RAY: 8a1-FRA")]
    [InlineData("CloudFront", "Server: nginx", "X-Cache: Error from cloudfront", "X-Amz-Cf-Id: x")]
    [InlineData("Google Cloud Load Balancing", "Server: nginx", "Via: 1.1 google")]
    [InlineData("Fastly", "Server: nginx", "X-Served-By: cache-fra-1", "Via: 1.1 varnish", "X-Timer: S1")]
    [InlineData("Varnish", "Server: nginx", "X-Varnish: 3", "Via: 1.1 cache (Varnish/7.1)")]
    [InlineData("Apache", "Server: Apache/2.4.62 (Debian)")]
    [InlineData("Envoy", "server: envoy", "x-envoy-upstream-service-time: 3")]
    [InlineData("nginx", "Server: nginx/1.22.1")]
    public void A_page_of_nginx_behind_another_hop_was_passed_on(string outer, params string[] fields)
    {
        var answerer = Answerers.Identify(Pages.Of(502, NginxPage, fields))!;

        Assert.Equal((outer, (bool?)false), (answerer.Software, answerer.MadeIt));
        Assert.Equal(("nginx", "1.24.0"), (answerer.Writer, answerer.WriterVersion));
    }

    [Fact]
    public void The_page_without_the_line_is_the_cloud_balancers()
    {
        var answerer = Answerers.Identify(Pages.Of(502, AlbPage, "Server: awselb/2.0"))!;

        Assert.Equal(122, AlbPage.Length);
        Assert.Equal(("AWS ALB", "2.0", true), (answerer.Software, answerer.Version, answerer.MadeIt));
        Assert.Equal("AWS ALB", Answerers.Identify(Pages.Of(502, AlbPage))!.Software);
    }

    [Fact]
    public void The_page_of_HAProxy_behind_nginx_was_passed_on()
    {
        var alone = Answerers.Identify(Pages.Of(502, HaproxyPage, "Content-length: 107"))!;
        var behind = Answerers.Identify(Pages.Of(502, HaproxyPage, "Server: nginx", "Date: now"))!;

        Assert.Equal(("HAProxy", true), (alone.Software, alone.MadeIt));
        Assert.Equal(("nginx", false, "HAProxy"), (behind.Software, behind.MadeIt, behind.Writer));
        Assert.Equal(Failure.ClosedBeforeHeaders, behind.Failure);
    }

    [Fact]
    public void Cloudflares_page_with_the_pictures_is_the_origins_error_and_the_bare_one_its_own()
    {
        var branded = Answerers.Identify(Pages.Of(
            502, "<title>shop.example | 502: Bad gateway</title>… Cloudflare Ray ID", "Server: cloudflare"))!;
        var bare = Answerers.Identify(Pages.Of(
            502, NginxPage.Replace("nginx/1.24.0", "cloudflare", StringComparison.Ordinal), "Server: cloudflare"))!;

        Assert.Equal((false, Failure.UpstreamError), (branded.MadeIt, branded.Failure));
        Assert.Equal((true, (Failure?)null), (bare.MadeIt, bare.Failure));
    }

    [Fact]
    public void A_custom_page_under_a_gateways_name_is_nobodys_for_sure()
        => Assert.Null(Answerers.Identify(Pages.Of(502, "<h1>Sorry!</h1>", "Server: nginx"))!.MadeIt);

    [Fact]
    public void What_only_an_application_adds_says_that_the_request_reached_it()
        => Assert.False(Answerers.Identify(Pages.Of(
            502, "<h1>Sorry!</h1>", "Server: nginx", "X-Runtime: 0.2", "Set-Cookie: a=b"))!.MadeIt);

    [Fact]
    public void An_application_server_that_speaks_itself_made_its_answer()
        => Assert.True(Answerers.Identify(Pages.Of(502, "{}", "Server: gunicorn/20.1"))!.MadeIt);

    [Fact]
    public void An_unknown_answer_is_nobodys()
        => Assert.Null(Answerers.Identify(Pages.Of(502, "<h1>Sorry!</h1>", "Server: unheard-of/1")));

    [Fact]
    public void Proxy_Status_goes_before_the_words_of_a_page()
    {
        var answerer = Answerers.Identify(Pages.Of(
            502, HaproxyPage, "Server: nginx", "Proxy-Status: inner; error=connection_refused, outer"))!;

        Assert.Equal([Failure.ConnectRefused], answerer.Possible);
        Assert.Contains("connection_refused", answerer.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hop_that_received_the_status_passed_it_on()
        => Assert.False(Answerers.Identify(Pages.Of(
            502, NginxPage, "Server: nginx/1.24.0", "Proxy-Status: edge; received-status=502"))!.MadeIt);

    [Fact]
    public void What_is_quoted_from_a_page_is_short_and_safe_to_print()
    {
        var page = Pages.Of(
            502, "<address>Apache\nReason: <strong>DNS lookup failure for: \u001b[31mshop" + new string('x', 500));

        var says = Answerers.Identify(page)!.Says!;

        Assert.Equal(160, says.Length);
        Assert.DoesNotContain('\u001b', says);
    }
}
