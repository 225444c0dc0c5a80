using System.Collections.Immutable;
using Weir.Diagnosis;
using Weir.Lab.Faults;
using Weir.Lab.Gateways;
using Weir.Logs.Access;
using Weir.Logs.Files;
using Weir.Logs.Nginx;
using Weir.Logs.Recent;
using Weir.Tests.Kit;
using Weir.Vocabulary;

namespace Weir.Tests.Logs;

/// <summary>A real nginx writes its logs while its servers fail; the failures are read back and joined.</summary>
public sealed class RealNginxTests
{
    private const string Full = "log_format full '$remote_addr $connection [$time_local] \"$request\" $status '"
        + " '$request_time [$upstream_addr] [$upstream_status] [$upstream_connect_time] [$upstream_header_time] '"
        + " '[$upstream_response_time] [$upstream_bytes_received]';";

    private const string Json = "log_format json escape=json '{\"time\":\"$time_iso8601\",\"client\":\"$remote_addr\",'"
        + " '\"method\":\"$request_method\",\"uri\":\"$request_uri\",\"protocol\":\"$server_protocol\",'"
        + " '\"status\":$status,\"host\":\"$host\",\"request_time\":$request_time,'"
        + " '\"upstream_addr\":\"$upstream_addr\",\"upstream_header_time\":\"$upstream_header_time\"}';";

    private static readonly (string Name, AccessFormat Format)[] Formats =
    [
        ("combined.log", AccessFormat.Known),
        ("full.log", AccessFormat.Compile(Full)),
        ("json.log", AccessFormat.Known),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_failure_is_named_and_joined_to_its_access_line()
    {
        await using var world = await World.StartAsync(Stop);
        (string Path, int Status, Failure Kind)[] faults =
        [
            ("/refused", 502, Failure.ConnectRefused), ("/hang", 504, Failure.HeadersTimeout),
            ("/closed", 502, Failure.ClosedBeforeHeaders), ("/reset", 502, Failure.ResetBeforeHeaders),
            ("/invalid", 502, Failure.HeadersMalformed), ("/big", 502, Failure.HeadersTooLarge),
            ("/cut", 200, Failure.BodyCutShort), ("/chunk", 200, Failure.ChunkMalformed),
            ("/name", 502, Failure.NameNotFound), ("/servfail", 502, Failure.NameServerFailed),
            ("/socket", 502, Failure.ConnectDenied), ("/tls", 502, Failure.TlsProtocol),
            ("/tlsalert", 502, Failure.TlsAlert), ("/passed", 503, Failure.UpstreamError),
            ("/refused?q=%22quoted%22", 502, Failure.ConnectRefused),
        ];
        foreach (var (path, _, _) in faults)
        {
            await world.AskAsync(path);
        }

        await world.AskAsync("/fine");
        foreach (var (name, format) in Formats)
        {
            var view = world.Read(name, format);

            // Where nothing at all came back, the client asks again by itself; within a second there is no order.
            Assert.Equal(faults.Select(each => $"{each.Path} {each.Status} {each.Kind.Id()}").Order(), view.Requests
                .Select(each => $"{each.Request.Split(' ')[1]} {each.Status} {each.Kind?.Id()}").Distinct().Order());
            Assert.All(view.Requests, each => Assert.NotEqual("", each.AccessLine));
            Assert.All(view.Requests, each => Assert.Equal(
                each.Kind == Failure.UpstreamError ? ErrorOrigin.Upstream : ErrorOrigin.Gateway, each.Origin));
            Assert.Equal(0, view.ErrorLogs.Single().Unparsed + view.AccessLogs.Single().Unparsed);
            Assert.Equal(NginxLevel.Info, view.QuietestLevel);
        }
    }

    [Fact]
    public async Task A_group_that_is_down_is_traced_to_the_failures_before()
    {
        await using var world = await World.StartAsync(Stop);
        for (var time = 0; time < 5; time++)
        {
            await world.AskAsync("/group");
        }

        await world.AskAsync("/fine");
        foreach (var (name, format) in Formats)
        {
            var view = world.Read(name, format);
            Assert.Equal(
                [Failure.ConnectRefused, .. Enumerable.Repeat((Failure?)Failure.NoHealthyUpstream, 4)],
                view.Requests.Select(each => each.Kind));
            Assert.Equal(2, view.Requests[0].Tries.Length);
            Assert.Equal(4, view.Amplification!.Count);
            Assert.Equal(Failure.ConnectRefused, view.Amplification.Root!.Kind);
            Assert.True(view.Answers[Observable.AllMembersDown]);
            Assert.True(view.Answers[Observable.GatewayMadeIt]);
            Assert.Equal("group", view.Failures[0].Upstream);
        }
    }

    [Fact]
    public async Task The_same_request_again_on_the_same_connection_is_another_failure()
    {
        await using var world = await World.StartAsync(Stop);
        for (var time = 0; time < 7; time++)
        {
            await world.AskAsync("/refused");
        }

        await world.AskAsync("/fine");
        foreach (var (name, format) in Formats)
        {
            var group = Assert.Single(world.Read(name, format).Failures);
            Assert.Equal((7, 0), (group.Count, group.Saved));
            Assert.Contains("connect() failed (111", group.Example);
        }
    }

    [Fact]
    public async Task A_request_that_another_server_saved_is_no_failure_but_the_member_is_known()
    {
        await using var world = await World.StartAsync(Stop);
        for (var time = 0; time < 12; time++)
        {
            await world.AskAsync("/half");
        }

        await world.AskAsync("/fine");
        foreach (var (name, format) in Formats)
        {
            var view = world.Read(name, format);
            Assert.NotEmpty(view.Requests);
            Assert.All(view.Requests, each => Assert.True(each.IsSaved));
            Assert.Equal($"127.0.0.1:{world.RefusedPort}", view.Members[0].Upstream);
            Assert.Equal((13, 0), (view.RequestCount, view.ServerErrors));
            Assert.Null(view.FailingSince);
        }

        Assert.True(world.Read("full.log", Formats[1].Format).Answers[Observable.OneMemberFails]);
    }

    [Fact]
    public async Task Failures_of_one_timer_have_a_sharp_edge()
    {
        await using var world = await World.StartAsync(Stop);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => world.AskAsync("/hang")));
        await world.AskAsync("/fine");
        var view = world.Read("full.log", Formats[1].Format);
        Assert.InRange(view.Edge!.Seconds, 0.95, 1.5);
        Assert.True(view.Answers[Observable.FixedDuration]);
        Assert.False(view.Answers[Observable.InstantFailure]);
        Assert.Equal(6, Assert.Single(view.Failures).Count);
    }

    [Fact]
    public async Task Only_the_asked_host_counts()
    {
        await using var world = await World.StartAsync(Stop);
        await world.AskAsync("/refused");
        await world.AskAsync("/closed", "other.example");
        await world.AskAsync("/fine");
        var view = world.Read("json.log", AccessFormat.Known, "other.example");
        Assert.Equal([Failure.ClosedBeforeHeaders], view.Requests.Select(each => each.Kind));
        Assert.Equal(1, view.RequestCount);
    }

    private sealed class World : IAsyncDisposable
    {
        private readonly HttpClient _client;
        private readonly GatewayProcess _nginx;
        private readonly ImmutableArray<IAsyncDisposable> _servers;

        private World(GatewayProcess nginx, int refusedPort, ImmutableArray<IAsyncDisposable> servers)
        {
            (_nginx, RefusedPort, _servers) = (nginx, refusedPort, servers);
            _client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{nginx.Port}") };
        }

        public int RefusedPort { get; }

        public static async Task<World> StartAsync(CancellationToken stop)
        {
            var program = Requires.Program(NginxServer.ProgramName);
            var (refused, refusedToo) = (FaultyServer.Refuse(), FaultyServer.Refuse());
            (string Path, FaultyServer Server)[] plain =
            [
                ("refused", refused), ("hang", FaultyServer.Start(Reply.HangBeforeHeaders())),
                ("closed", FaultyServer.Start(Reply.CloseBeforeHeaders())),
                ("reset", FaultyServer.Start(Reply.ResetBeforeHeaders())),
                ("invalid", FaultyServer.Start(Reply.BadHeaderLine())),
                ("big", FaultyServer.Start(Reply.HugeHeader(50_000))),
                ("cut", FaultyServer.Start(Reply.WrongContentLength())),
                ("chunk", FaultyServer.Start(Reply.BadChunk())),
                ("passed", FaultyServer.Start(Reply.Status(503, "Busy", "no"))),
                ("fine", FaultyServer.Start(Reply.Ok())),
            ];
            var (alert, plainText) = (FaultyServer.Start(Reply.TlsAlert()), FaultyServer.Start(Reply.PlainTextOnTls()));
            var names = FaultyNameServer.Start(new Dictionary<string, NameReply>
            {
                ["broken.test"] = NameReply.ServerFailure(),
            });
            var fine = plain[^1].Server;
            var port = LoopbackPort.Free();
            var nginx = await NginxServer.StartAsync(program, $$"""
                {{Full}}
                {{Json}}
                upstream group { server 127.0.0.1:{{refused.Port}}; server 127.0.0.1:{{refusedToo.Port}}; }
                upstream half {
                    server 127.0.0.1:{{refused.Port}} max_fails=0; server 127.0.0.1:{{fine.Port}} max_fails=0;
                }
                server {
                    listen 127.0.0.1:{{port}};
                    access_log combined.log combined;
                    access_log full.log full;
                    access_log json.log json;
                    proxy_read_timeout 1s;
                    proxy_http_version 1.1;
                    resolver 127.0.0.1:{{names.EndPoint.Port}} ipv6=off;
                    {{string.Concat(plain.Select(each =>
                        $"location /{each.Path} {{ proxy_pass http://127.0.0.1:{each.Server.Port}; }}\n"))}}
                    location /group { proxy_pass http://group; }
                    location /half { proxy_pass http://half; }
                    location /socket { proxy_pass http://unix:/nowhere/app.sock:/; }
                    location /tls { proxy_pass https://127.0.0.1:{{plainText.Port}}; }
                    location /tlsalert { proxy_pass https://127.0.0.1:{{alert.Port}}; }
                    location /name { set $name gone.test; proxy_pass http://$name; }
                    location /servfail { set $name broken.test; proxy_pass http://$name; }
                }
                """, port, stop);
            return new(
                nginx, refused.Port, [.. plain.Select(each => each.Server), refusedToo, alert, plainText, names]);
        }

        /// <summary>
        /// One request, whatever becomes of it. When the answer to a later one is there, nginx has written the lines of
        /// the earlier ones: it has one worker.
        /// </summary>
        public async Task AskAsync(string path, string? host = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = host;
            try
            {
                using var answer = await _client.SendAsync(request, Stop);
            }
            catch (HttpRequestException problem) when (problem.InnerException is HttpIOException or IOException)
            {
                // cut, as the path says
            }
        }

        public RecentView Read(string accessLog, AccessFormat format, string host = "")
        {
            var now = TimeProvider.System.GetUtcNow();
            var view = RecentLog.Read(new RecentLogOptions
            {
                ErrorLogs = [Path.Combine(_nginx.Folder, "error.log")],
                AccessLogs = [new AccessLog(Path.Combine(_nginx.Folder, accessLog), format)],
                Since = now.AddMinutes(-15),
                Until = now.AddMinutes(1),
                Host = host,
            }, Stop);
            Assert.All(view.ErrorLogs.Concat(view.AccessLogs), log => Assert.Equal(LogFileState.Read, log.State));
            return view;
        }

        public async ValueTask DisposeAsync()
        {
            _client.Dispose();
            await _nginx.DisposeAsync();
            foreach (var server in _servers)
            {
                await server.DisposeAsync();
            }
        }
    }
}
