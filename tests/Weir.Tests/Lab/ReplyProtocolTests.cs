using Weir.Lab.Faults;

namespace Weir.Tests.Lab;

public sealed class ReplyProtocolTests
{
    private const string EmptySettings = "\0\0\0\u0004\0\0\0\0\0";
    private const string SettingsAck = "\0\0\0\u0004\u0001\0\0\0\0";
    private const string Preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

    // A HEADERS frame of stream 1 with END_STREAM and END_HEADERS; what is in it nobody reads.
    private const string Headers = "\0\0\u0001\u0001\u0005\0\0\0\u0001\u0082";

    public static TheoryData<Reply, string> SpeakFirst => new()
    {
        { Reply.SshBanner(), "SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n" },
        { Reply.SmtpGreeting(), "220 mail.test ESMTP\r\n" },
        { Reply.MySqlGreeting(), "J\0\0\0\n8.0.36\0" },
        { Reply.Http2Settings(), EmptySettings },
    };

    [Theory, MemberData(nameof(SpeakFirst))]
    public async Task A_server_that_speaks_first_does_so_and_ends_after_a_request(Reply reply, string greeting)
    {
        await using var server = FaultyServer.Start(reply);
        using var client = await RawClient.ConnectAsync(server);
        Assert.Equal(greeting, await client.ReadAsync(greeting.Length));

        await client.SendAsync(RawClient.Get);
        Assert.False((await client.ReadToEndAsync()).WasReset);
        Assert.Equal(0, server.RequestCount);
    }

    [Fact]
    public async Task The_MySQL_greeting_has_the_length_that_it_announces()
    {
        await using var server = FaultyServer.Start(Reply.MySqlGreeting());
        var greeting = (await RawClient.ExchangeAsync(server)).Text;
        Assert.Equal(greeting[0], greeting.Length - 4);
        Assert.EndsWith("mysql_native_password\0", greeting, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redis_complains_and_FastCGI_answers_in_records()
    {
        await using var server = FaultyServer.Start(Reply.RedisError(), Reply.FastCgiRecords());

        Assert.Equal("-ERR unknown command 'GET'\r\n", (await RawClient.ExchangeAsync(server)).Text);
        var records = (await RawClient.ExchangeAsync(server)).Text;
        Assert.StartsWith("\u0001\u0006\0\u0001\0", records, StringComparison.Ordinal);
        Assert.Equal(8 + records[5] + 16, records.Length);
    }

    [Fact]
    public async Task Garbage_is_the_bytes_of_the_given_chance()
    {
        const int seed = 7;
        const int count = 100;
        await using var server = FaultyServer.Start(Reply.GarbageBytes(new Random(seed), count));
        var expected = new byte[count];
        new Random(seed).NextBytes(expected);

        Assert.Equal(expected, (await RawClient.ExchangeAsync(server)).Text.Select(letter => (byte)letter));
    }

    [Fact]
    public async Task A_stream_is_refused_after_its_headers()
    {
        await using var server = FaultyServer.Start(Reply.Http2RefusedStream());
        using var client = await RawClient.AskAsync(server, Preface + EmptySettings + Headers);

        const string refused = "\0\0\u0004\u0003\0\0\0\0\u0001\0\0\0\u0007";
        var expected = EmptySettings + SettingsAck + refused;
        Assert.Equal(expected, await client.ReadAsync(expected.Length));
    }

    [Fact]
    public async Task GOAWAY_says_that_no_stream_was_processed_and_closes()
    {
        await using var server = FaultyServer.Start(Reply.Http2GoAway());

        const string goAway = "\0\0\u0008\u0007\0\0\0\0\0\0\0\0\0\0\0\0\0";
        Assert.Equal(new(EmptySettings + SettingsAck + goAway, WasReset: false),
            await RawClient.ExchangeAsync(server, Preface + EmptySettings + Headers));
    }

    [Fact]
    public async Task What_is_no_HTTP2_is_malformed()
    {
        await using var server = FaultyServer.Start(Reply.Http2GoAway());
        await RawClient.ExchangeAsync(server, new string('z', 100));

        var connection = await server.WaitForEndAsync(1, TestContext.Current.CancellationToken);
        Assert.Equal(ConnectionEnd.Malformed, connection.End);
    }
}
