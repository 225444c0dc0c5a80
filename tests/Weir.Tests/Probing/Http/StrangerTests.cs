using System.Text;
using Weir.Http1;
using Weir.Probing.Http;
using Weir.Vocabulary;

namespace Weir.Tests.Probing.Http;

public sealed class StrangerTests
{
    [Theory]
    [InlineData("\u0015\u0003\u0003\0\u0002\u0002\u0046", WireProtocol.TlsAlert)]
    [InlineData("\u0016\u0003\u0001\0\u0005hello", WireProtocol.TlsRecord)]
    [InlineData("\0\0\u0006\u0004\0\0\0\0\0\0\u0003\0\0\0d", WireProtocol.Http2)]
    [InlineData("\0\0\u0008\u0007\0\0\0\0\0\0\0\0\0\0\0\0\u0001", WireProtocol.Http2)]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", WireProtocol.Http2)]
    [InlineData("SSH-2.0-OpenSSH_9.2p1\r\n", WireProtocol.Ssh)]
    [InlineData("220 mail.example ESMTP Postfix\r\n", WireProtocol.Smtp)]
    [InlineData("220 (vsFTPd 3.0.3)\r\n", WireProtocol.Ftp)]
    [InlineData("+OK ready\r\n", WireProtocol.Pop3)]
    [InlineData("* OK IMAP4rev1 ready\r\n", WireProtocol.Imap)]
    [InlineData("J\0\0\0\u000a8.0.36\0mysql_native_password\0", WireProtocol.MySql)]
    [InlineData("E\0\0\0\u00ffjHost is blocked", WireProtocol.MySql)]
    [InlineData("E\0\0\0\u008eSFATAL\0VFATAL\0C08P01\0", WireProtocol.PostgreSql)]
    [InlineData("-ERR wrong number of arguments for 'get' command\r\n", WireProtocol.Redis)]
    [InlineData("-NOAUTH Authentication required.\r\n", WireProtocol.Redis)]
    [InlineData("AMQP\0\0\u0009\u0001", WireProtocol.Amqp)]
    [InlineData("ERROR\r\nERROR\r\n", WireProtocol.Memcached)]
    [InlineData("\u0001\u000b\0\0\0\u0008\0\0\u0001\0\0\0\0\0\0\0", WireProtocol.FastCgi)]
    [InlineData("<br />\n<b>Warning</b>: x in y.php", WireProtocol.Markup)]
    [InlineData("hello", WireProtocol.Unknown)]
    public async Task Another_protocol_is_malformed_and_called_by_its_name(string first, WireProtocol protocol)
    {
        var seen = await Asking.AskAsync(first);

        Assert.Equal((Failure.HeadersMalformed, protocol), (seen.Failure, seen.Speaks));
        Assert.Equal(HeadProblem.NotHttp, seen.HeadProblem);
        Assert.Equal(Encoding.Latin1.GetBytes(first), seen.FirstBytes.AsSpan().ToArray());
    }

    [Fact]
    public async Task A_greeting_in_two_pieces_is_awaited()
    {
        await using var server = RawServer.Playing(async (stream, stop) =>
        {
            stream.Socket.NoDelay = true;
            await stream.WriteAsync("2"u8.ToArray(), stop);
            await stream.WriteAsync("20 files FTP\r\n"u8.ToArray(), stop);
            await RawServer.UntilClosedAsync(stream, stop);
        });

        Assert.Equal(WireProtocol.Ftp, (await server.AskAsync()).Speaks);
    }

    [Fact]
    public async Task Of_an_endless_stranger_256_bytes_are_kept()
    {
        var seen = await Asking.AskAsync(new string('x', 100_000), Asking.Impatient);

        Assert.Equal((256, WireProtocol.Unknown), (seen.FirstBytes.Length, seen.Speaks));
    }
}
