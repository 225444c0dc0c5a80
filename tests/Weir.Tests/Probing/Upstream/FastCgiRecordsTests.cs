using System.Text;
using Weir.Probing.Upstream;
using Weir.Tests.Kit;

namespace Weir.Tests.Probing.Upstream;

/// <summary>A FastCGI answer as HTTP: whole, in pieces, broken and hostile.</summary>
public sealed class FastCgiRecordsTests
{
    private const byte Output = 6;
    private const byte Errors = 7;
    private const byte End = 3;

    [Fact]
    public void An_answer_becomes_http_wherever_it_is_cut()
    {
        byte[] answer =
        [
            .. Record(Errors, "PHP message: x"), .. Record(Output, "Status: 404 Not Found\r\nX: 1\r\n"),
            .. Record(Output, "\r\nbo", padding: 5), .. Record(Output, "dy"), .. Record(End, "\0\0\0\0\0\0\0\0"),
        ];
        for (var cut = 0; cut <= answer.Length; cut++)
        {
            using var records = new FastCgiRecords();
            records.Take(answer.AsSpan(0, cut));
            records.Take(answer.AsSpan(cut));
            Assert.True(records.Ended);
            Assert.Equal("PHP message: x", records.Errors);
            Assert.Equal(
                "HTTP/1.1 404 Not Found\r\nStatus: 404 Not Found\r\nX: 1\r\n\r\nbody", Text(records));
        }
    }

    [Fact]
    public void Without_a_status_it_is_200()
    {
        using var records = new FastCgiRecords();
        records.Take(Record(Output, "Content-Type: text/html\n\nhello"));
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", Text(records));
        Assert.False(records.Ended);
    }

    [Fact]
    public void What_is_no_fastcgi_is_passed_through()
    {
        using var records = new FastCgiRecords();
        records.Take("HTTP/1.1 400 Bad Request\r\n\r\n"u8);
        Assert.True(records.IsForeign);
        Assert.Equal("HTTP/1.1 400 Bad Request\r\n\r\n", Text(records));
    }

    [Fact]
    public void No_bytes_break_it_and_what_it_keeps_is_bounded()
    {
        var random = Chance.Seeded();
        for (var round = 0; round < 2000; round++)
        {
            var bytes = new byte[random.Next(1, 4096)];
            random.NextBytes(bytes);
            bytes[0] = 1; // it begins as FastCGI does
            using var records = new FastCgiRecords();
            records.Take(bytes);
            Assert.True(records.Ready.Length <= bytes.Length + 64);
            Assert.True(records.Errors.Length <= 8192);
        }
    }

    private static string Text(FastCgiRecords records) => Encoding.Latin1.GetString(records.Ready.ToArray());

    private static byte[] Record(byte type, string content, byte padding = 0)
    {
        var bytes = Encoding.Latin1.GetBytes(content);
        byte[] header = [1, type, 0, 1, (byte)(bytes.Length >> 8), (byte)bytes.Length, padding, 0];
        return [.. header, .. bytes, .. new byte[padding]];
    }
}
