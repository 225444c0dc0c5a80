using Weir.Configurations;

namespace Weir.Tests.Configurations.Nginx;

/// <summary>For each request the real nginx and the choice must say the same.</summary>
public sealed class ChoiceAgainstNginxTests(RunningNginx nginx) : IClassFixture<RunningNginx>
{
    [Theory]
    [InlineData("a.example", "/")]
    [InlineData("A.Example.:80", "/")]
    [InlineData("x.a.example", "/")]
    [InlineData("y.x.a.example", "/")]
    [InlineData("b.example", "/")]
    [InlineData("deep.b.example", "/")]
    [InlineData("www.tail.org", "/")]
    [InlineData("www.tail.co.uk", "/")]
    [InlineData("user-42.re.example", "/")]
    [InlineData("USER-7.re.example", "/")]
    [InlineData("second.re.example", "/")]
    [InlineData("nobody.example", "/")]
    [InlineData("127.0.0.1", "/")]
    [InlineData("exact.tail.example", "/")]
    [InlineData("www.tail.example", "/")]
    [InlineData("www.certbot.example", "/x?y")]
    [InlineData("old.certbot.example", "/x?y")]
    public Task Names_lead_to_the_server_of_nginx(string host, string target) => SameAsync(host, target);

    [Theory]
    [InlineData("/")]
    [InlineData("/exact")]
    [InlineData("/exact/")]
    [InlineData("/exactly")]
    [InlineData("/images/a.png")]
    [InlineData("/images/")]
    [InlineData("/static/a.png")]
    [InlineData("/STATIC/a.PNG")]
    [InlineData("/a.png")]
    [InlineData("/a.PNG")]
    [InlineData("/a.jpg")]
    [InlineData("/a.JPG")]
    [InlineData("/outer/")]
    [InlineData("/outer/inner/x")]
    [InlineData("/outer/inner/x.png")]
    [InlineData("/outer/x.png")]
    [InlineData("/outer/x.gif")]
    [InlineData("/outer/final/x.png")]
    [InlineData("/user/7/posts")]
    [InlineData("/user/7")]
    [InlineData("/a%2Epng")]
    [InlineData("//images//a.png")]
    [InlineData("/x/../images/./b")]
    [InlineData("/images/..%2fstatic/x")]
    [InlineData("/..")]
    [InlineData("/%zz")]
    [InlineData("/hidden")]
    [InlineData("/sp%20ace")]
    [InlineData("/h%C3%A9")]
    [InlineData("/pcre_1/x")]
    [InlineData("/possessive/aaa")]
    public Task Paths_lead_to_the_location_of_nginx(string target) => SameAsync("loc.example", target);

    [Theory]
    [InlineData("/plain/x?y=1")]
    [InlineData("/plain/%7Ex/a%20b?y=%20")]
    [InlineData("/plain//x/../y")]
    [InlineData("/uri/x?y=1")]
    [InlineData("/uri/a%20b")]
    [InlineData("/uri/a%3Fb%23c%25")]
    [InlineData("/uri")]
    [InlineData("/uri?y")]
    [InlineData("/noslash/x")]
    [InlineData("/noslashx")]
    [InlineData("/re/12/x?y")]
    [InlineData("/rewritten/one/two?y=1")]
    [InlineData("/rewritten-uri/one?y=1")]
    [InlineData("/dropped/one?y=1")]
    [InlineData("/added/o%26ne?y=1")]
    [InlineData("/var/x/y?z")]
    [InlineData("/varuri/x/y?z")]
    [InlineData("/varcap/12/z?q")]
    [InlineData("/named/x%20y?z")]
    [InlineData("/chain/x?y")]
    [InlineData("/group/x")]
    [InlineData("/query/x")]
    [InlineData("/host/x")]
    [InlineData("/map/x")]
    [InlineData("/map/blue")]
    [InlineData("/map/red-7")]
    [InlineData("/lookup/x")]
    [InlineData("/slash")]
    [InlineData("/slash/x")]
    [InlineData("/exactslash")]
    [InlineData("/ifpass/x")]
    [InlineData("/ifpass/x?debug=1")]
    public Task Upstreams_get_the_path_and_host_of_nginx(string target) => SameAsync("proxy.example", target);

    [Theory]
    [InlineData("/old/a?b=c")]
    [InlineData("/older/a?b=c")]
    [InlineData("/oldest/a?b=c")]
    [InlineData("/to-https/a?b=c")]
    [InlineData("/gone")]
    [InlineData("/teapot")]
    [InlineData("/short")]
    [InlineData("/one/x")]
    [InlineData("/broken/x")]
    [InlineData("/cycle")]
    [InlineData("/if?debug=1")]
    [InlineData("/if?debug=0")]
    [InlineData("/if?name=Smith")]
    [InlineData("/if")]
    [InlineData("/set/a/b")]
    [InlineData("/missing-page")]
    [InlineData("/kept-status")]
    [InlineData("/new-status")]
    [InlineData("/to-named")]
    [InlineData("/nowhere-named")]
    [InlineData("/error-elsewhere")]
    [InlineData("/server-wide/x")]
    [InlineData("/method")]
    [InlineData("/unset")]
    [InlineData("/braces")]
    public Task Rewriting_ends_as_in_nginx(string target) => SameAsync("rewrite.example", target);

    [Theory]
    [InlineData("/")]
    [InlineData("/hello.txt")]
    [InlineData("/folder")]
    [InlineData("/folder/")]
    [InlineData("/empty")]
    [InlineData("/empty/")]
    [InlineData("/none")]
    [InlineData("/none/")]
    [InlineData("/app/hello.txt")]
    [InlineData("/app/none?x=1")]
    [InlineData("/app/folder")]
    [InlineData("/front/hello.txt")]
    [InlineData("/front/none?x=1")]
    [InlineData("/code/hello.txt")]
    [InlineData("/code/none")]
    [InlineData("/alias/hello.txt")]
    [InlineData("/alias/none")]
    [InlineData("/aliased/7/hello.txt")]
    [InlineData("/indexed/")]
    [InlineData("/listed/")]
    [InlineData("/ifexists/hello.txt")]
    [InlineData("/ifexists/none")]
    public Task Files_are_found_as_by_nginx(string target) => SameAsync("files.example", target);

    [Theory]
    [InlineData("127.0.0.1", "/")]
    [InlineData("127.0.0.2", "/")]
    [InlineData("127.0.0.3", "/")]
    [InlineData("::1", "/")]
    public async Task An_address_of_its_own_comes_before_the_wildcard(string address, string target)
    {
        var real = await RunningNginx.AskAsync(address, nginx.SharedPort, "same.example", target);
        Assert.Equal(real, nginx.Choose(address, nginx.SharedPort, "same.example", target));
    }

    [Fact]
    public async Task A_request_without_a_host_gets_the_server_without_a_name()
        => await SameAsync(null, "/");

    [Fact]
    public void Every_step_has_a_line_and_what_hangs_on_the_client_is_a_guess()
    {
        var choice = nginx.ChoiceOf("127.0.0.1", nginx.Port, "rewrite.example", "/client");

        Assert.Contains(choice.Steps, step => !step.IsCertain && step.Says.StartsWith("if ($remote_addr"));
        Assert.All(choice.Steps, step => Assert.NotNull(step.At));
        Assert.False(choice.IsCertain);
        Assert.Equal(200, choice.Status);
    }

    [Fact]
    public void A_name_made_of_variables_without_a_resolver_is_a_502()
    {
        var choice = nginx.ChoiceOf("127.0.0.1", nginx.Port, "proxy.example", "/unresolved/x");

        Assert.Equal(("app.internal:80", 502), (choice.Target!.Text, choice.Status));
        Assert.Contains(choice.Steps, step => step.Says.Contains("no resolver defined to resolve app.internal"));
    }

    [Fact]
    public void Variables_of_the_client_are_left_and_named()
    {
        var choice = nginx.ChoiceOf("127.0.0.1", nginx.Port, "proxy.example", "/unknown/x");

        Assert.Equal(["cookie_server"], choice.Unresolved);
        Assert.Equal((TargetKind.Variable, "$cookie_server"), (choice.Target!.Kind, choice.Target.Text));
    }

    private async Task SameAsync(string? host, string target)
    {
        var real = await RunningNginx.AskAsync("127.0.0.1", nginx.Port, host, target);
        Assert.Equal(real, nginx.Choose("127.0.0.1", nginx.Port, host, target));
    }
}
