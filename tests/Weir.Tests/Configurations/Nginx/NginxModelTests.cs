using Weir.Configurations;

namespace Weir.Tests.Configurations.Nginx;

public sealed class NginxModelTests
{
    private static UpstreamHop Hop(string location, string outside = "")
        => Assert.IsType<PassAction>(
            NginxTexts.Http($"{outside}\nserver {{ location / {{ {location} }} }}").Sites[0].Routes[0].Action).Hop;

    [Fact]
    public void Listeners_hold_what_all_their_sites_say()
    {
        var model = NginxTexts.Http("""
            server { listen 80; listen [::]:80 ipv6only=off; server_name a; }
            server { listen 80 default_server proxy_protocol; listen 443 ssl backlog=100; server_name b; }
            server { listen unix:/run/x.sock; listen 127.0.0.1:8000-8001; listen *:81; server_name c; }
            server { server_name d; }
            """);

        Assert.Empty(model.Problems);
        Assert.Equal(
            [
                "0.0.0.0:80", "[::]:80", "0.0.0.0:443", "unix:/run/x.sock", "127.0.0.1:8000", "127.0.0.1:8001",
                "0.0.0.0:81",
            ],
            model.Listeners.Select(each => each.Address.ToString()));
        Assert.Equal("b", model.Listeners[0].DefaultSite.Names[0].Text);
        Assert.True(model.Listeners[0].ProxyProtocol);
        Assert.True(model.Listeners[1].TakesIpv4);
        Assert.Equal((true, 100), (model.Listeners[2].Tls, model.Listeners[2].Backlog));
        Assert.Equal([new ListenAddress("0.0.0.0", 80)], model.Sites[3].Listens);
    }

    [Fact]
    public void Names_have_their_kinds_and_a_name_twice_is_told()
    {
        var model = NginxTexts.Http("""
            server { server_name A.example *.b.example .c.example d.* ~^e$ ""; }
            server { server_name a.example; }
            """);

        Assert.Equal(
            [
                NameMatch.Exact, NameMatch.LeadingWildcard, NameMatch.DomainAndBelow, NameMatch.TrailingWildcard,
                NameMatch.Regex, NameMatch.Exact,
            ],
            model.Sites[0].Names.Select(each => each.Match));
        Assert.Equal("a.example", model.Sites[0].Names[0].Text);
        Assert.Equal(
            ["3: conflicting server name \"a.example\" on 0.0.0.0:80, ignored"], NginxTexts.Problems(model));
    }

    [Fact]
    public void A_group_has_its_servers_with_every_parameter()
    {
        var model = NginxTexts.Http("""
            upstream app {
                zone app 64k;
                hash $uri consistent;
                server 10.0.0.1:8080 weight=3 max_fails=0 fail_timeout=1m30s max_conns=50;
                server app.internal resolve backup;
                server unix:/run/app.sock down;
                server [fd00::1]:81;
                keepalive 16;
                keepalive_timeout 20s;
                keepalive_requests 10;
            }
            server { }
            """);

        var group = Assert.Single(model.Groups);
        Assert.Equal(("app", "hash $uri consistent"), (group.Zone, group.Balance));
        Assert.Equal(
            new GroupKeepAlive(16, TimeSpan.FromSeconds(20), 10, TimeSpan.FromHours(1)), group.KeepAlive);
        var first = group.Servers[0];
        Assert.Equal(("10.0.0.1", 8080), (first.Host, first.Port));
        Assert.Equal((3, 0, 50), (first.Weight, first.MaxFails, first.MaxConnections));
        Assert.Equal(TimeSpan.FromSeconds(90), first.FailTimeout);
        var second = group.Servers[1];
        Assert.Equal((80, true, true), (second.Port, second.IsBackup, second.IsResolvedAgain));
        Assert.Equal((1, TimeSpan.FromSeconds(10)), (second.MaxFails, second.FailTimeout));
        Assert.Equal(("/run/app.sock", true), (group.Servers[2].UnixPath, group.Servers[2].IsDown));
        Assert.Equal(("fd00::1", 81), (group.Servers[3].Host, group.Servers[3].Port));
    }

    [Theory]
    [InlineData("proxy_pass http://app/x;", HopProtocol.Http, TargetKind.Group, "app", "/x")]
    [InlineData("proxy_pass http://APP;", HopProtocol.Http, TargetKind.Group, "app", null)]
    [InlineData("proxy_pass https://h.example;", HopProtocol.Https, TargetKind.Address, "h.example:443", null)]
    [InlineData("proxy_pass http://[::1]:81/;", HopProtocol.Http, TargetKind.Address, "[::1]:81", "/")]
    [InlineData("proxy_pass http://unix:/run/a.sock:/y;", HopProtocol.Http, TargetKind.Unix, "/run/a.sock", "/y")]
    [InlineData("proxy_pass http://unix:/run/a.sock;", HopProtocol.Http, TargetKind.Unix, "/run/a.sock", null)]
    [InlineData("proxy_pass http://$b/z;", HopProtocol.Http, TargetKind.Variable, "$b", "/z")]
    [InlineData("proxy_pass http://h?q;", HopProtocol.Http, TargetKind.Address, "h:80", "?q")]
    [InlineData("fastcgi_pass 127.0.0.1:9000;", HopProtocol.FastCgi, TargetKind.Address, "127.0.0.1:9000", null)]
    [InlineData("fastcgi_pass unix:/run/p.sock;", HopProtocol.FastCgi, TargetKind.Unix, "/run/p.sock", null)]
    [InlineData("uwsgi_pass app;", HopProtocol.Uwsgi, TargetKind.Group, "app", null)]
    [InlineData("uwsgi_pass suwsgi://h:1;", HopProtocol.Uwsgis, TargetKind.Address, "h:1", null)]
    [InlineData("scgi_pass h:1;", HopProtocol.Scgi, TargetKind.Address, "h:1", null)]
    [InlineData("grpc_pass h:1;", HopProtocol.Grpc, TargetKind.Address, "h:1", null)]
    [InlineData("grpc_pass grpcs://h;", HopProtocol.Grpcs, TargetKind.Address, "h:443", null)]
    [InlineData("memcached_pass h:11211;", HopProtocol.Memcached, TargetKind.Address, "h:11211", null)]
    public void A_pass_names_protocol_target_and_path(
        string pass, HopProtocol protocol, TargetKind kind, string target, string? uri)
    {
        var hop = Hop(pass, "upstream app { server a; }");
        Assert.Equal((protocol, kind, target, uri), (hop.Protocol, hop.Target.Kind, hop.Target.Text, hop.Uri));
    }

    [Fact]
    public void Without_directives_a_hop_has_the_defaults_of_nginx()
    {
        var hop = Hop("proxy_pass http://h:8080;");

        Assert.Equal(new(Minute, Minute, Minute), hop.Timeouts);
        Assert.Equal(["error", "timeout"], hop.Retry.Conditions);
        Assert.Equal((null, null), (hop.Retry.Tries, hop.Retry.Timeout));
        Assert.Equal(new(4096, new BufferCount(8, 4096), true, true), hop.Buffers);
        Assert.Equal(("1.0", "h:8080"), (hop.HttpVersion, hop.Host));
        Assert.Null(hop.Resolver);
        Assert.Null(hop.Tls);
    }

    private static TimeSpan Minute => TimeSpan.FromSeconds(60);

    [Fact]
    public void Every_setting_of_a_hop_is_read()
    {
        var hop = Hop("""
            proxy_pass https://h;
            proxy_connect_timeout 500ms; proxy_send_timeout 2; proxy_read_timeout 1h;
            proxy_next_upstream error http_502 non_idempotent;
            proxy_next_upstream_tries 2; proxy_next_upstream_timeout 3s;
            proxy_buffer_size 16k; proxy_buffers 4 32k; proxy_buffering off; proxy_request_buffering off;
            proxy_intercept_errors on; proxy_cache_use_stale error timeout;
            proxy_ssl_server_name on; proxy_ssl_name n; proxy_ssl_verify on;
            proxy_ssl_trusted_certificate /ca.pem; proxy_ssl_certificate /c.pem; proxy_ssl_certificate_key /c.key;
            proxy_ssl_protocols TLSv1.2 TLSv1.3;
            resolver 10.0.0.53 [fd00::53]:5353 valid=5s ipv6=off; resolver_timeout 2s;
            """);

        Assert.Equal(
            new(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(2), TimeSpan.FromHours(1)), hop.Timeouts);
        Assert.Equal(["error", "http_502", "non_idempotent"], hop.Retry.Conditions);
        Assert.Equal((2, TimeSpan.FromSeconds(3)), (hop.Retry.Tries, hop.Retry.Timeout));
        Assert.Equal(new(16384, new BufferCount(4, 32768), false, false), hop.Buffers);
        Assert.True(hop.InterceptErrors);
        Assert.Equal(["error", "timeout"], hop.UsesStale);
        var tls = hop.Tls!;
        Assert.Equal((true, "n", true, "/ca.pem"), (tls.SendsName, tls.Name, tls.Verifies, tls.TrustedCertificate));
        Assert.Equal(new("/c.pem", "/c.key"), tls.ClientCertificate);
        Assert.Equal(["TLSv1.2", "TLSv1.3"], tls.Protocols);
        Assert.Equal(["10.0.0.53", "[fd00::53]:5353"], hop.Resolver!.Addresses);
        Assert.Equal(
            (TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(2), false),
            (hop.Resolver.Valid, hop.Resolver.Timeout, hop.Resolver.AsksIpv6));
    }

    [Fact]
    public void Tls_to_a_group_is_verified_against_the_name_of_the_group_and_sends_none()
    {
        var tls = Hop("proxy_pass https://app;", "upstream app { server a.example:443; }").Tls!;
        Assert.Equal((false, "app", false), (tls.SendsName, tls.Name, tls.Verifies));
    }

    [Fact]
    public void Lists_of_an_inner_level_replace_those_outside_whole()
    {
        var model = NginxTexts.Http("""
            log_format brief '$status ' "$uri";
            proxy_set_header Host $host; proxy_set_header X-Outside 1;
            access_log /var/log/a.log brief; access_log syslog:server=h combined if=$ok;
            error_log logs/e.log warn; error_page 502 /a.html; proxy_read_timeout 5s;
            server {
                location /inherits { proxy_pass http://h; }
                location /replaces {
                    proxy_pass http://h; proxy_set_header X-Inside 1; access_log off; error_page 503 504 =200 @b;
                    error_log stderr; client_max_body_size 0;
                    location /replaces/inside { proxy_read_timeout 7s; }
                }
            }
            """);

        var (inherits, replaces) = (model.Sites[0].Routes[0], model.Sites[0].Routes[1]);
        var hop = ((PassAction)inherits.Action).Hop;
        Assert.Equal(["Host", "X-Outside"], hop.Headers.Select(each => each.Name));
        Assert.Equal(("$host", TimeSpan.FromSeconds(5)), (hop.Host, hop.Timeouts.Read));
        Assert.Equal(["/var/log/a.log", "syslog:server=h"], inherits.AccessLogs.Select(each => each.Path));
        Assert.Equal("$status $uri", inherits.AccessLogs[0].Format);
        Assert.Equal("$ok", inherits.AccessLogs[1].Condition);
        Assert.EndsWith("/logs/e.log", inherits.ErrorLogs[0].Path);
        Assert.Equal("warn", inherits.ErrorLogs[0].Level);
        Assert.Equal(1024 * 1024, inherits.MaxBodyBytes);

        hop = ((PassAction)replaces.Action).Hop;
        Assert.Equal(["X-Inside"], hop.Headers.Select(each => each.Name));
        Assert.Equal("h", hop.Host);
        Assert.Empty(replaces.AccessLogs);
        Assert.Equal(("stderr", "error"), (replaces.ErrorLogs[0].Path, replaces.ErrorLogs[0].Level));
        Assert.Equal([503, 504], replaces.ErrorPages[0].Statuses);
        Assert.Equal((200, "@b"), (replaces.ErrorPages[0].NewStatus, replaces.ErrorPages[0].To));
        Assert.Null(replaces.MaxBodyBytes);
        Assert.IsType<FilesAction>(replaces.Routes[0].Action); // a pass is not inherited
    }

    [Fact]
    public void Routes_say_how_they_are_chosen_and_what_happens()
    {
        var site = NginxTexts.Http("""
            server {
                return 301 https://$host$request_uri;
                location = /a { return 204; }
                location ^~ /b { stub_status; }
                location ~ \.c$ { alias /c; }
                location ~* \.d$ { root d; }
                location @e { internal; return 503 sorry; }
                location /f { if ($x) { return 403; } if ($y) { set $z 1; } try_files $uri @e; }
                location /g { content_by_lua_block { ngx.say("}") } }
            }
            """).Sites[0];

        var before = Assert.IsType<RedirectAction>(site.Before);
        Assert.Equal((301, "https://$host$request_uri"), (before.Status, before.To));
        Assert.Equal(
            [
                PathMatch.Exact, PathMatch.FinalPrefix, PathMatch.Regex, PathMatch.RegexIgnoreCase, PathMatch.Named,
                PathMatch.Prefix, PathMatch.Prefix,
            ],
            site.Routes.Select(each => each.Match));
        Assert.Equal(204, Assert.IsType<AnswerAction>(site.Routes[0].Action).Status);
        Assert.Equal("stub_status", Assert.IsType<OtherAction>(site.Routes[1].Action).What);
        Assert.True(Assert.IsType<FilesAction>(site.Routes[2].Action).ReplacesPath);
        Assert.EndsWith("/d", Assert.IsType<FilesAction>(site.Routes[3].Action).Folder);
        Assert.True(site.Routes[4].IsInternal);
        Assert.Equal(["($x)", "($y)"], site.Routes[5].Conditions.Select(each => each.Text));
        Assert.Null(site.Routes[5].Conditions[1].Action);
        Assert.Equal(["$uri", "@e"], site.Routes[5].TriedFiles);
        Assert.IsType<OtherAction>(site.Routes[6].Action);
    }

    [Fact]
    public void Limits_of_the_gateway_are_read()
    {
        var model = NginxTexts.Model("""
            user www; worker_processes 4; worker_rlimit_nofile 9999; error_log /m.log;
            events { worker_connections 77; }
            http { client_max_body_size 2m; large_client_header_buffers 2 1k; server { } }
            """);

        Assert.Equal(
            new GatewayLimits
            {
                Workers = 4,
                ConnectionsPerWorker = 77,
                DescriptorsPerWorker = 9999,
                MaxBodyBytes = 2 * 1024 * 1024,
                RequestHead = new(2, 1024),
            },
            model.Limits);
        Assert.Equal(("www", "/m.log"), (model.User, model.ErrorLogs[0].Path));
        Assert.Equal(["/var/log/nginx/access.log"], model.AccessLogs.Select(each => each.Path));
        Assert.Equal(512, NginxTexts.Http("").Limits.ConnectionsPerWorker);
    }

    [Theory]
    [InlineData("server { root /a\nindex b; }",
        "2: invalid number of arguments in \"root\" directive; is a semicolon missing?")]
    [InlineData("server { location ~ x { proxy_pass http://h/x; } }",
        "2: \"proxy_pass\" cannot have URI part")]
    [InlineData("server { listen 80:x; }", "2: invalid port in \"80:x\" of the \"listen\" directive")]
    [InlineData("server { location / { proxy_pass http://h; proxy_read_timeout soon; } }",
        "2: \"proxy_read_timeout\" directive invalid value")]
    [InlineData("upstream a { }", "2: no servers are inside upstream \"a\"")]
    [InlineData("server;", "2: directive \"server\" has no opening \"{\"")]
    [InlineData("server { listen 80 default_server; } server { listen 80 default_server; }",
        "2: a duplicate default server for 0.0.0.0:80")]
    public void What_nginx_would_refuse_is_a_problem(string text, string problem)
        => Assert.StartsWith(problem, NginxTexts.Problems(NginxTexts.Http(text)).First());
}
