using FsCheck;
using FsCheck.Fluent;
using Weir.Probing.Answers;
using Weir.Vocabulary;

namespace Weir.Tests.Probing.Answers;

public sealed class ProxyStatusTests
{
    [Fact]
    public void Members_are_read_in_their_order_with_all_they_say()
    {
        var field = ProxyStatusField.Read(
            ["\"app gateway\"; error=connection_timeout; next-hop=\"10.0.0.1:80\"; details=\"no \\\"SYN\\\"\"",
             "cdn;received-status=504;next-protocol=h2;rcode=\"x\""]);

        Assert.Null(field.Error);
        Assert.Equal(["app gateway", "cdn"], field.Members.Select(member => member.Name));
        var (first, second) = (field.Members[0], field.Members[1]);
        Assert.Equal(
            (ProxyError.ConnectionTimeout, "10.0.0.1:80", "no \"SYN\""), (first.Error, first.NextHop, first.Details));
        Assert.Equal([Failure.ConnectTimeout, Failure.TlsTimeout], first.Possible);
        Assert.Equal((504, "h2", "x"), (second.ReceivedStatus, second.NextProtocol, second.Others["rcode"].Text));
        Assert.Equal([Failure.UpstreamError], second.Possible);
    }

    [Fact]
    public void An_error_outside_the_registry_is_kept_as_written()
    {
        var member = Assert.Single(ProxyStatusField.Read(["a; error=out-of_tea"]).Members);

        Assert.Equal(((ProxyError?)null, "out-of_tea"), (member.Error, member.ErrorToken));
        Assert.Empty(member.Possible);
    }

    [Fact]
    public void Every_registered_error_is_read()
        => Assert.All(Enum.GetValues<ProxyError>(), error => Assert.Equal(
            error, Assert.Single(ProxyStatusField.Read([$"a;error={Spelling.Snake(error)}"]).Members).Error));

    [Theory]
    [InlineData("a;error=dns-error")]
    [InlineData("a;error=*x/y:z")]
    [InlineData("  a;  b")]
    [InlineData("a,\tb ,c  ")]
    [InlineData("a;x=1.5;y=?0;z=:YQ==:;w=@1659578233;v=%\"f%c3%bc\"")]
    [InlineData("a;x;x=2")]
    [InlineData("a;x=-999999999999999")]
    [InlineData("")]
    public void Right_fields_are_read(string line)
        => Assert.Null(ProxyStatusField.Read([line]).Error);

    [Theory]
    [InlineData("a,")]
    [InlineData("a,,b")]
    [InlineData("a b")]
    [InlineData("a ;b")]
    [InlineData("(a b)")]
    [InlineData("1;error=dns_error")]
    [InlineData("a;error=\"dns_error\"")]
    [InlineData("a;error")]
    [InlineData("a;received-status=\"502\"")]
    [InlineData("a;received-status=502.0")]
    [InlineData("a;details=token")]
    [InlineData("a;Upper=1")]
    [InlineData("a;x=")]
    [InlineData("a;x=1.")]
    [InlineData("a;x=1.2345")]
    [InlineData("a;x=1234567890123456")]
    [InlineData("a;x=\"open")]
    [InlineData("a;x=\"\\n\"")]
    [InlineData("a;x=:Y=Q:")]
    [InlineData("a;x=?2")]
    [InlineData("a;x=@1.5")]
    [InlineData("a;x=%\"%C3\"")]
    [InlineData("a;x=%\"%c3\"")]
    [InlineData("a\t")]
    [InlineData("ä")]
    public void Wrong_fields_are_refused_whole_with_a_reason(string line)
    {
        var field = ProxyStatusField.Read([line]);

        Assert.Empty(field.Members);
        Assert.NotEmpty(field.Error!);
    }

    [Fact]
    public void Floods_are_refused()
    {
        var many = ProxyStatusField.Read([string.Join(',', Enumerable.Repeat("a", 100))]);
        var big = ProxyStatusField.Read([new string('a', 20_000)]);

        Assert.Contains("members", many.Error, StringComparison.Ordinal);
        Assert.Contains("characters", big.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_is_read_without_an_exception()
        => Prop.ForAll<string>(text => ProxyStatusField.Read([text ?? ""]).Members is not null)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_built_of_the_grammars_letters_never_throws()
        => Prop.ForAll(
            Gen.Elements("a;= \t,\"\\:?@%()0123456789.-*error".ToCharArray()).ArrayOf().ToArbitrary(),
            letters => ProxyStatusField.Read([new string(letters)]).Members is not null).QuickCheckThrowOnFailure();
}
