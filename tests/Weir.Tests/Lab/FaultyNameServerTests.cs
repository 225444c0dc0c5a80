using System.Net.Sockets;
using Weir.Lab.Faults;

namespace Weir.Tests.Lab;

public sealed class FaultyNameServerTests
{
    private const int A = 1;
    private const int Aaaa = 28;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Addresses_of_the_family_that_was_asked_for_are_answered(bool overTcp)
    {
        await using var server = FaultyNameServer.Start(NameReply.Addresses(300, "10.1.2.3", "::1", "10.1.2.4"));

        var answer = await AskAsync(server, Query("App.Test", A), overTcp);
        Assert.Equal([0x12, 0x34, 0x81, 0x80, 0, 1, 0, 2, 0, 0, 0, 0], answer[..12]);
        Assert.Equal(Query("App.Test", A)[12..], answer[12..26]);
        Assert.Equal([0xC0, 0x0C, 0, 1, 0, 1, 0, 0, 1, 0x2C, 0, 4, 10, 1, 2, 3], answer[26..42]);
        Assert.Equal([0xC0, 0x0C, 0, 1, 0, 1, 0, 0, 1, 0x2C, 0, 4, 10, 1, 2, 4], answer[42..]);

        var six = await AskAsync(server, Query("app.test", Aaaa), overTcp);
        Assert.Equal((1, 26 + 12 + 16), (six[7], six.Length));

        Assert.Equal([("app.test", A, overTcp), ("app.test", Aaaa, overTcp)],
            server.Questions.Select(question => (question.Name, question.Type, question.OverTcp)));
    }

    public static TheoryData<NameReply, int> Codes => new()
    {
        { NameReply.NoData(), 0 },
        { NameReply.Addresses("::1"), 0 },
        { NameReply.FormatError(), 1 },
        { NameReply.ServerFailure(), 2 },
        { NameReply.NoSuchName(), 3 },
        { NameReply.Refused(), 5 },
    };

    [Theory, MemberData(nameof(Codes))]
    public async Task An_error_is_a_code_without_records(NameReply reply, int code)
    {
        await using var server = FaultyNameServer.Start(reply);
        var answer = await AskAsync(server, Query("app.test", A));
        Assert.Equal((0x80 | code, 0), (answer[3], answer[7]));
        Assert.Equal(Query("app.test", A)[12..], answer[12..]);
    }

    [Fact]
    public async Task A_truncated_answer_is_whole_over_TCP()
    {
        await using var server = FaultyNameServer.Start(NameReply.Truncated("10.0.0.1"));

        var cut = await AskAsync(server, Query("app.test", A));
        Assert.Equal((0x83, 0), (cut[2], cut[7]));
        var whole = await AskAsync(server, Query("app.test", A), overTcp: true);
        Assert.Equal((0x81, 1), (whole[2], whole[7]));
    }

    [Fact]
    public async Task An_alias_names_another_name()
    {
        await using var server = FaultyNameServer.Start(NameReply.Alias("b.test."));
        var answer = await AskAsync(server, Query("a.test", A));
        Assert.Equal([0, 8, 1, (byte)'b', 4, .. "test"u8, 0], answer[^10..]);
    }

    [Fact]
    public async Task A_wrong_identifier_and_other_bytes_come_as_told()
    {
        await using var server = FaultyNameServer.Start(
            NameReply.WrongIdentifier("10.0.0.1"), NameReply.Bytes(_ => [1, 2, 3]));

        Assert.NotEqual(0x12, (await AskAsync(server, Query("app.test", A)))[0]);
        Assert.Equal([1, 2, 3], await AskAsync(server, Query("app.test", A)));
    }

    [Fact]
    public async Task Silence_is_no_answer_and_a_delay_is_one_later()
    {
        var clock = new ManualClock();
        var delay = TimeSpan.FromSeconds(5);
        await using var server = FaultyNameServer.Start(
            question => question.Number == 1 ? NameReply.Silence() : NameReply.NoData().After(delay), clock);
        using var client = Client(server);

        await client.SendAsync(Query("silent.test", A), Stop);
        await client.SendAsync(Query("late.test", A), Stop);
        await clock.WaitForTimerAsync(delay, Stop);
        Assert.Equal(0, client.Available);
        clock.Advance(delay);

        var answer = (await client.ReceiveAsync(Stop)).Buffer;
        Assert.Equal("late"u8.ToArray(), answer[13..17]);
        Assert.Equal(2, server.Questions.Length);
    }

    [Fact]
    public async Task Names_may_have_replies_of_their_own()
    {
        await using var server = FaultyNameServer.Start(new Dictionary<string, NameReply>
        {
            ["good.test"] = NameReply.Addresses("127.0.0.1"),
            ["broken.test"] = NameReply.ServerFailure(),
        });

        Assert.Equal(0x80, (await AskAsync(server, Query("Good.Test", A)))[3]);
        Assert.Equal(0x82, (await AskAsync(server, Query("broken.test", A)))[3]);
        Assert.Equal(0x83, (await AskAsync(server, Query("other.test", A)))[3]);
    }

    public static TheoryData<byte[]> NoQuestions => new()
    {
        { [] },
        { [1, 2, 3] },
        { [0, 0, 0x81, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1] },             // a response
        { [0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 63, 1, 1] },                     // a label beyond the end
        { [0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0xC0, 0x0C, 0, 1, 0, 1] },       // a pointer to itself
        { [0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 97, 0, 0] },                  // no type
    };

    [Theory, MemberData(nameof(NoQuestions))]
    public async Task What_is_no_question_gets_no_answer_and_does_no_harm(byte[] packet)
    {
        await using var server = FaultyNameServer.Start(NameReply.NoData());
        using var client = Client(server);
        await client.SendAsync(packet, Stop);
        await client.SendAsync(Query("after.test", A), Stop);

        Assert.Equal("after"u8.ToArray(), (await client.ReceiveAsync(Stop)).Buffer[13..18]);
        Assert.Equal("after.test", Assert.Single(server.Questions).Name);
    }

    private static UdpClient Client(FaultyNameServer server)
    {
        var client = new UdpClient(AddressFamily.InterNetwork);
        client.Connect(server.EndPoint);
        return client;
    }

    private static async Task<byte[]> AskAsync(FaultyNameServer server, byte[] query, bool overTcp = false)
    {
        if (!overTcp)
        {
            using var client = Client(server);
            await client.SendAsync(query, Stop);
            return (await client.ReceiveAsync(Stop)).Buffer;
        }

        using var connection = new TcpClient();
        await connection.ConnectAsync(server.EndPoint, Stop);
        var stream = connection.GetStream();
        await stream.WriteAsync((byte[])[0, (byte)query.Length, .. query], Stop);
        var length = new byte[2];
        await stream.ReadExactlyAsync(length, Stop);
        var answer = new byte[length[0] << 8 | length[1]];
        await stream.ReadExactlyAsync(answer, Stop);
        return answer;
    }

    private static byte[] Query(string name, int type)
    {
        var labels = name.Split('.')
            .SelectMany(label => (byte[])[(byte)label.Length, .. label.Select(letter => (byte)letter)]);
        return [0x12, 0x34, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, .. labels, 0, 0, (byte)type, 0, 1];
    }
}
