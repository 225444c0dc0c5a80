using System.Net.Sockets;
using Weir.Lab.Faults;

namespace Weir.Tests.Lab;

public sealed class CurlTests
{
    public static TheoryData<Reply, int> Plain => new()
    {
        { Reply.Ok(), 0 },
        { Reply.HugeHeader(50_000), 0 },
        { Reply.BothLengthAndChunked(), 0 },
        { Reply.SshBanner(), 1 },                       // HTTP/0.9, which it does not take
        { Reply.SmtpGreeting(), 1 },
        { Reply.RedisError(), 1 },
        { Reply.FastCgiRecords(), 1 },
        { Reply.TwoDifferentLengths(), 0 },             // it believes one of them
        { Reply.WrongContentLength(), 18 },             // partial file
        { Reply.CloseAfter(500), 18 },
        { Reply.ChunkCutShort(), 18 },
        { Reply.NoLastChunk(), 18 },
        { Reply.RedirectLoop(), 47 },                   // too many redirects
        { Reply.CloseOnAccept(), 52 },                  // empty reply
        { Reply.CloseBeforeHeaders(), 52 },
        { Reply.ResetBeforeHeaders(), 56 },             // failure in receiving
        { Reply.ResetAfter(500), 56 },
        { Reply.BadChunk(), 56 },
        { Reply.EndlessHead(), 56 },
        { Reply.BrokenGzip(), 61 },                     // bad content encoding
    };

    [Theory, MemberData(nameof(Plain))]
    public async Task Curl_sees_the_fault_too(Reply reply, int code)
    {
        await using var server = FaultyServer.Start(reply);
        var seen = await Curl.RunAsync("--compressed", "-L", "-o", "/dev/null", server.Url.ToString());
        Assert.True(seen.Code == code, $"{reply}: {seen.Code}, {seen.Output}");
    }

    [Fact]
    public async Task Curl_is_refused_and_waits_in_vain()
    {
        await using var refusing = FaultyServer.Refuse();
        Assert.Equal(7, (await Curl.RunAsync(refusing.Url.ToString())).Code);

        await using var silent = FaultyServer.NeverAccept();
        Assert.Equal(28, (await Curl.RunAsync("--connect-timeout", "0.2", silent.Url.ToString())).Code);
    }

    public static TheoryData<Reply> Handshakes
        => [Reply.TlsAlert(), Reply.PlainTextOnTls(), Reply.CloseInTlsHandshake(), Reply.ResetInTlsHandshake()];

    [Theory, MemberData(nameof(Handshakes))]
    public async Task Curl_fails_in_the_handshake(Reply reply)
    {
        await using var server = FaultyServer.Start(reply);
        Assert.Equal(35, (await Curl.RunAsync("-k", $"https://127.0.0.1:{server.Port}/")).Code);
    }

    [Fact]
    public async Task Curl_trusts_the_good_certificate_and_no_other()
    {
        using var made = new TestCertificates(TimeProvider.System);
        var authority = Path.GetTempFileName();
        await File.WriteAllTextAsync(authority, made.Authority.Certificate.ExportCertificatePem(),
            TestContext.Current.CancellationToken);

        Assert.Equal(0, await CodeOf(new(made.Valid()), authority));
        Assert.Equal(60, await CodeOf(new(made.Expired()), authority));
        Assert.Equal(60, await CodeOf(new(made.SelfSigned()), authority));
        Assert.Equal(60, await CodeOf(new(made.OtherName()), authority));
        File.Delete(authority);
    }

    [Fact]
    public async Task Curl_speaks_through_a_unix_socket_and_reuses_a_connection()
    {
        var path = Path.Combine(Path.GetTempPath(), $"weir-{Guid.NewGuid():N}.sock");
        await using var server = FaultyServer.Start(
            new FaultyServerOptions { Listen = new UnixDomainSocketEndPoint(path) }, Reply.Ok("hello"));

        var seen = await Curl.RunAsync("--unix-socket", path, server.Url + "a", server.Url + "b");
        Assert.Equal((0, "hellohello"), seen);
        Assert.Equal([false, true], server.Requests.Select(request => request.Reused));
    }

    private static async Task<int> CodeOf(TlsSettings settings, string authority)
    {
        await using var server = FaultyServer.Start(new FaultyServerOptions { Tls = settings }, Reply.Ok());
        return (await Curl.RunAsync("--cacert", authority, $"https://localhost:{server.Port}/")).Code;
    }
}
