using FsCheck;
using FsCheck.Fluent;
using Weir.Lab.Faults;

namespace Weir.Tests.Lab;

public sealed class ScriptTests
{
    private static readonly Reply Good = Reply.Ok();
    private static readonly Reply Bad = Reply.Status(502, "Bad Gateway");

    [Fact]
    public void In_order_goes_by_the_turn_and_stays_at_the_last()
        => Check(Script.InOrder(Good, Bad, Good), turn => turn.Number == 2);

    [Fact]
    public void By_connection_goes_by_the_connection()
        => Check(Script.ByConnection(Bad, Good, Bad), turn => turn.Connection != 2);

    [Fact]
    public void On_each_connection_begins_again_on_each()
        => Check(Script.OnEachConnection(Good, Bad), turn => turn.OnConnection > 1);

    [Fact]
    public void First_then_changes_after_so_many()
        => Check(Script.FirstThen(3, Good, Bad), turn => turn.Number > 3);

    [Fact]
    public void Every_nth_is_every_nth()
        => Check(Script.EveryNth(3, Bad, Good), turn => turn.Number % 3 == 0);

    [Fact]
    public void Scripts_nest()
        => Check(Script.FirstThen(2, Good, Script.EveryNth(2, Bad, Good)),
            turn => turn.Number > 2 && turn.Number % 2 == 0);

    [Theory]
    [InlineData("/bad?x", "Host: t", true)]
    [InlineData("/worse", "Host: t", false)]
    [InlineData("/", "X-Bad: 1", true)]
    [InlineData("/", "Cookie: a=1; bad=", true)]
    [InlineData("/", "Cookie: notbad=1", false)]
    [InlineData("/", "Cookie: more=12345678901234567890", true)]
    [InlineData("/", "user-agent: Mozilla BadBot/1.0", true)]
    [InlineData("/", "User-Agent: curl", false)]
    public async Task A_script_may_ask_about_the_request(string target, string field, bool fails)
    {
        var script = Script.WhenPath("/bad", Bad,
            Script.WhenHeader("X-Bad", Bad,
                Script.WhenCookie("bad", Bad,
                    Script.WhenCookiesExceed(20, Bad,
                        Script.WhenUserAgent("badbot", Bad, Good)))));
        await using var server = FaultyServer.Start(script);

        var answer = await RawClient.ExchangeAsync(server, $"GET {target} HTTP/1.0\r\n{field}\r\n\r\n");
        Assert.StartsWith(fails ? "HTTP/1.1 502 " : "HTTP/1.1 200 ", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_script_holds_from_the_next_turn_on()
    {
        await using var server = FaultyServer.Start(Good);
        await RawClient.ExchangeAsync(server, "GET / HTTP/1.0\r\n\r\n");
        server.Script = Bad;

        var answer = await RawClient.ExchangeAsync(server, "GET / HTTP/1.0\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 502 ", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_that_acts_on_accept_takes_its_turn_with_the_connection()
    {
        await using var server = FaultyServer.Start(Reply.CloseOnAccept(), Good);

        Assert.Equal("", (await RawClient.ExchangeAsync(server, "GET / HTTP/1.0\r\n\r\n")).Text);
        Assert.EndsWith("hello", (await RawClient.ExchangeAsync(server, "GET / HTTP/1.0\r\n\r\n")).Text,
            StringComparison.Ordinal);
        Assert.Equal(1, server.RequestCount);
        Assert.Equal(2, server.ConnectionCount);
    }

    [Fact]
    public void A_script_needs_a_reply()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Script.InOrder());
        Assert.Throws<ArgumentOutOfRangeException>(() => Script.EveryNth(0, Bad, Good));
    }

    private static void Check(Script script, Func<Turn, bool> isBad)
    {
        var numbers = Gen.Choose(1, 50);
        var turns = from number in numbers
                    from connection in numbers
                    from onConnection in numbers
                    select new Turn(number, connection, onConnection, Request: null);
        Prop.ForAll(turns.ToArbitrary(), turn => script.Choose(turn) == (isBad(turn) ? Bad : Good))
            .QuickCheckThrowOnFailure();
    }
}
