using Weir.Configurations;
using Weir.Configurations.Nginx;

namespace Weir.Tests.Configurations.Nginx;

public sealed class NginxVersionTests
{
    private const string Kept = "proxy_http_version 1.1; proxy_set_header Connection \"\";";

    [Theory]
    [InlineData("1.22.1", "keepalive 8;", Kept, true)]
    [InlineData("1.22.1", "keepalive 8;", "", false)]
    [InlineData("1.22.1", "keepalive 8;", "proxy_http_version 1.1;", false)]
    [InlineData("1.22.1", "", Kept, false)]
    [InlineData("1.22.1", "keepalive 8;", "proxy_http_version 1.1; proxy_set_header Connection $up;", null)]
    [InlineData("1.22.1", "keepalive 8;", "proxy_http_version 1.1; proxy_set_header Connection close;", false)]
    [InlineData("1.29.7", "", "", true)]
    [InlineData("1.29.7", "", "proxy_http_version 1.0;", false)]
    [InlineData("1.29.7", "keepalive 0;", "", false)]
    [InlineData("1.29.6", "", "", false)]
    [InlineData(null, "", "", null)]
    [InlineData(null, "keepalive 8;", Kept, true)]
    [InlineData(null, "keepalive 8;", "", null)]
    public void Connections_are_kept_when_all_directives_agree(
        string? version, string group, string location, bool? isKept)
    {
        using var texts = new NginxTexts(("nginx.conf", $$"""
            http {
                upstream app { server a; {{group}} }
                server { location / { proxy_pass http://app; {{location}} } }
            }
            """));

        var model = NginxConfiguration.Read(new ConfigurationFiles(), new()
        {
            Version = version is null ? null : NginxVersion.Parse(version),
            ConfigurationPath = Path.Combine(texts.Folder, "nginx.conf"),
        }).Model;

        Assert.Equal(isKept, Assert.IsType<PassAction>(model.Sites[0].Routes[0].Action).Hop.KeepAlive.IsOn);
    }

    [Theory]
    [InlineData("proxy_pass http://10.0.0.1:80;", false)]
    [InlineData("fastcgi_pass app;", false)]
    [InlineData("fastcgi_pass app; fastcgi_keep_conn on;", true)]
    [InlineData("uwsgi_pass app;", false)]
    [InlineData("grpc_pass grpc://app;", true)]
    public void Other_protocols_have_rules_of_their_own(string pass, bool isKept)
    {
        var model = NginxTexts.Http(
            $"upstream app {{ server a:1; keepalive 8; }} server {{ location / {{ {pass} {Kept} }} }}");
        Assert.Equal(isKept, Assert.IsType<PassAction>(model.Sites[0].Routes[0].Action).Hop.KeepAlive.IsOn);
    }

    [Theory]
    [InlineData("1.22.1", "1.22.1")]
    [InlineData("nginx version: nginx/1.18.0 (Ubuntu)", "1.18.0")]
    [InlineData("openresty/1.25.3.1", "1.25.3")]
    [InlineData("1.2", null)]
    [InlineData("none", null)]
    public void A_version_is_read_from_what_nginx_prints(string text, string? version)
        => Assert.Equal(version, NginxVersion.Parse(text)?.ToString());

    [Fact]
    public void Versions_are_ordered_by_number()
    {
        Assert.True(new NginxVersion(1, 9, 15) < new NginxVersion(1, 10, 0));
        Assert.True(new NginxVersion(1, 29, 7).IsAtLeast(new(1, 29, 7)));
    }

    [Fact]
    public void A_build_is_read_from_what_nginx_prints()
    {
        var build = NginxBuild.Parse("""
            nginx version: nginx/1.22.1
            built with OpenSSL 3.0.22
            configure arguments: --with-cc-opt='-g -O2' --prefix=/usr/share/nginx --conf-path=/etc/nginx/nginx.conf
            --http-log-path=/var/log/nginx/access.log --error-log-path=stderr --lock-path=/x
            """);

        Assert.Equal(
            new NginxBuild
            {
                Version = new(1, 22, 1),
                Prefix = "/usr/share/nginx",
                ConfigurationPath = "/etc/nginx/nginx.conf",
                ErrorLogPath = "stderr",
                AccessLogPath = "/var/log/nginx/access.log",
            },
            build);
        Assert.Equal(
            "/usr/local/nginx/conf/nginx.conf",
            NginxBuild.Parse("nginx version: nginx/1.29.0\nconfigure arguments: --with-debug").ConfigurationPath);
    }
}
