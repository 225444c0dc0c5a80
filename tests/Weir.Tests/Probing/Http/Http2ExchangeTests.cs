using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Weir.Probing.Http;
using Weir.Vocabulary;

namespace Weir.Tests.Probing.Http;

public sealed class Http2ExchangeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_over_prior_knowledge_is_told()
    {
        await using var server = Answering(
            Frames.Head(200, ends: false, ("server", "a"), ("set-cookie", "id=abc")), Frames.Data("hello", ends: true));

        var seen = await AskAsync(server);

        Assert.Equal((null, 200, new Version(2, 0)), (seen.Failure, seen.Status, seen.Version));
        Assert.Equal(("hello", 5L, BodyEnd.Complete), (seen.BodyStart, seen.BodyLength, seen.BodyEnd));
        Assert.Contains(seen.Fields, field => field.Value == "id=[hidden, 3 bytes]");
        Assert.True(seen.Timings.Connect > TimeSpan.Zero && seen.Timings.Head <= seen.Timings.Body);
        Assert.Equal(server.EndPoint.ToString(), seen.Endpoint);
    }

    [Fact]
    public async Task A_5xx_is_the_upstreams_own_and_a_redirect_is_not_followed()
    {
        await using var failing = Answering(Frames.Head(502, ends: true));
        await using var moved = Answering(Frames.Head(302, ends: true, ("location", "/other")));

        Assert.Equal(Failure.UpstreamError, (await AskAsync(failing)).Failure);
        Assert.Equal(302, (await AskAsync(moved)).Status);
    }

    [Theory]
    [InlineData(7, Failure.StreamRefused)]
    [InlineData(2, Failure.ResetBeforeHeaders)]
    [InlineData(11, Failure.ResetBeforeHeaders)]
    [InlineData(1, Failure.HeadersMalformed)]
    public async Task A_stream_reset_before_the_head_is_named_by_its_code(int code, Failure failure)
    {
        await using var server = Answering(Frames.Reset(code));

        var seen = await AskAsync(server);

        Assert.Equal((failure, (long?)code), (seen.Failure, seen.Http2Error));
    }

    [Fact]
    public async Task A_stream_that_GOAWAY_left_out_was_refused_and_is_not_asked_again()
    {
        var connections = 0;
        await using var server = RawServer.Playing(async (stream, stop) =>
        {
            connections++;
            await stream.WriteAsync(Frames.Settings, stop);
            await Frames.AwaitRequestAsync(stream, stop);
            await stream.WriteAsync(Frames.GoAway(0, 0), stop);
            await RawServer.UntilClosedAsync(stream, stop);
        });

        Assert.Equal((Failure.StreamRefused, 1), ((await AskAsync(server)).Failure, connections));
    }

    [Fact]
    public async Task A_body_may_be_cut_by_a_reset_by_its_length_or_by_a_close()
    {
        var part = Frames.Data("hello", ends: false);
        var head = Frames.Head(200, ends: false, ("content-length", "9"));
        await using var reset = Answering(head, part, Frames.Reset(2));
        await using var shorter = Answering(head, Frames.Data("hello", ends: true));
        await using var closed = RawServer.Playing(async (stream, stop) =>
        {
            await stream.WriteAsync(Frames.Settings, stop);
            await Frames.AwaitRequestAsync(stream, stop);
            await stream.WriteAsync((byte[])[.. head, .. part], stop);
        });

        foreach (var server in new[] { reset, shorter, closed })
        {
            var seen = await AskAsync(server);
            Assert.Equal((Failure.BodyCutShort, BodyEnd.CutShort, 200), (seen.Failure, seen.BodyEnd, seen.Status));
        }
    }

    [Fact]
    public async Task Silence_is_named_by_what_was_missing()
    {
        await using var head = Answering();
        await using var body = Answering(Frames.Head(200, ends: false));

        Assert.Equal(Failure.HeadersTimeout, (await AskAsync(head, Asking.Impatient)).Failure);
        var stalled = await AskAsync(
            body, ExchangeLimits.Default with { BodyPause = Asking.Impatient.BodyPause });
        Assert.Equal((Failure.BodyTimeout, BodyEnd.Stalled), (stalled.Failure, stalled.BodyEnd));
    }

    [Fact]
    public async Task A_server_that_speaks_HTTP_1_is_recognised()
    {
        await using var server = RawServer.Playing(async (stream, stop) =>
        {
            await stream.ReadExactlyAsync(new byte[24], stop);
            await stream.WriteAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), stop);
            await RawServer.UntilClosedAsync(stream, stop);
        });

        var seen = await AskAsync(server);

        Assert.Equal((Failure.HeadersMalformed, WireProtocol.Http1), (seen.Failure, seen.Speaks));
        Assert.StartsWith("HTTP/1.1 400", System.Text.Encoding.ASCII.GetString(seen.FirstBytes.AsSpan()));
    }

    [Fact]
    public async Task A_connection_that_ends_at_once_is_closed_or_reset()
    {
        await using var closed = RawServer.Playing((stream, stop) => Frames.AwaitRequestAsync(stream, stop));
        await using var reset = RawServer.Playing(async (stream, stop) =>
        {
            await stream.WriteAsync(Frames.Settings, stop);
            await Frames.AwaitRequestAsync(stream, stop);
            RawServer.Reset(stream);
        });

        Assert.Equal(Failure.ClosedBeforeHeaders, (await AskAsync(closed)).Failure);
        var seen = await AskAsync(reset);
        Assert.Equal((Failure.ResetBeforeHeaders, ConnectionEnd.PeerReset), (seen.Failure, seen.ConnectionEnd));
    }

    [Fact]
    public async Task A_refused_connection_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var endPoint = listener.LocalEndpoint;
        listener.Stop();

        var seen = await AskAsync(new Http2Target(endPoint, Tls: false, Insecure: false));

        Assert.Equal((Failure.ConnectRefused, 111, false), (seen.Failure, seen.Errno, seen.RequestSent));
    }

    [Fact]
    public async Task Over_TLS_the_certificate_and_the_protocol_are_judged()
    {
        await using var good = OverTls(SslApplicationProtocol.Http2);
        await using var old = OverTls(SslApplicationProtocol.Http11);

        Assert.Equal(Failure.TlsCertificate, (await AskAsync(new Http2Target(good.EndPoint, true, false))).Failure);
        var seen = await AskAsync(new Http2Target(good.EndPoint, true, true));
        Assert.Equal((null, 200), (seen.Failure, seen.Status));
        Assert.NotNull(seen.Timings.Tls);
        var refused = (await AskAsync(new Http2Target(old.EndPoint, true, true))).Failure;
        Assert.Contains(refused, new Failure?[] { Failure.TlsProtocol, Failure.TlsAlert });
    }

    [Fact]
    public async Task The_caller_may_abandon_it()
    {
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await using var server = RawServer.Playing(async (stream, stop) =>
        {
            await Frames.AwaitRequestAsync(stream, stop);
            await abandon.CancelAsync();
            await RawServer.UntilClosedAsync(stream, stop);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Http2Exchanger.AskAsync(
            new Http2Target(server.EndPoint, false, false),
            Asking.Question(),
            ExchangeLimits.Default,
            TimeProvider.System,
            abandon.Token));
    }

    private static RawServer Answering(params byte[][] frames) => RawServer.Playing(async (stream, stop) =>
    {
        await stream.WriteAsync(Frames.Settings, stop);
        await Frames.AwaitRequestAsync(stream, stop);
        await stream.WriteAsync(frames.SelectMany(frame => frame).ToArray(), stop);
        await RawServer.UntilClosedAsync(stream, stop);
    });

    private static RawServer OverTls(SslApplicationProtocol protocol) => RawServer.Playing(async (plain, stop) =>
    {
        using var certificate = Certificates.Make("shop.example");
        await using var stream = new SslStream(plain);
        try
        {
            await stream.AuthenticateAsServerAsync(Frames.WithH2(certificate, protocol), stop);
            await stream.WriteAsync(Frames.Settings, stop);
            await Frames.AwaitRequestAsync(stream, stop);
            await stream.WriteAsync(Frames.Head(200, ends: true), stop);
            await RawServer.UntilClosedAsync(stream, stop);
        }
        catch (Exception error) when (error is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The visitor refused the certificate or the protocol; the next one may not.
        }
    });

    private static Task<HttpExchange> AskAsync(RawServer server, ExchangeLimits? limits = null)
        => AskAsync(new Http2Target(server.EndPoint, Tls: false, Insecure: false), limits);

    private static Task<HttpExchange> AskAsync(Http2Target target, ExchangeLimits? limits = null)
        => Http2Exchanger.AskAsync(
            target, Asking.Question(), limits ?? ExchangeLimits.Default, TimeProvider.System, Stop);
}
