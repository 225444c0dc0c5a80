using System.IO.Compression;
using System.Text;
using Weir.Probing.Http;
using Weir.Vocabulary;

namespace Weir.Tests.Probing.Http;

public sealed class ContentCodingTests
{
    private const string Page = "<title>502 Bad Gateway</title> nginx nginx nginx nginx";

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-GZIP")]
    [InlineData("deflate")]
    [InlineData("deflate, raw")]
    [InlineData("br")]
    [InlineData("gzip, br")]
    [InlineData("identity")]
    public async Task A_known_coding_is_removed(string coding)
    {
        var seen = await AskAsync(coding.Replace(", raw", string.Empty, StringComparison.Ordinal), Coded(Page, coding));

        Assert.Equal((Page, null), (seen.BodyStart, seen.Failure));
        Assert.Equal(coding == "identity" ? CodingState.None : CodingState.Decoded, seen.Coding);
    }

    [Fact]
    public async Task An_unknown_coding_is_shown_as_it_came()
    {
        var seen = await AskAsync("zstd", Encoding.ASCII.GetBytes(Page));

        Assert.Equal((Page, CodingState.Unknown, null), (seen.BodyStart, seen.Coding, seen.Failure));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Plain_text_called_coded_is_a_broken_coding_and_still_readable(string coding)
    {
        var seen = await AskAsync(coding, Encoding.ASCII.GetBytes(Page));

        Assert.Equal((Page, CodingState.Broken), (seen.BodyStart, seen.Coding));
        Assert.Equal(Failure.CodingMalformed, seen.Failure);
    }

    [Fact]
    public async Task A_gzip_body_that_ends_early_under_a_right_length_is_broken()
        => Assert.Equal(Failure.CodingMalformed, (await AskAsync("gzip", Coded(Page, "gzip")[..^12])).Failure);

    [Fact]
    public async Task A_coded_body_that_was_cut_is_read_as_far_as_it_goes_and_only_called_cut()
    {
        var coded = Coded(string.Concat(Enumerable.Repeat(Page, 50).Select((page, index) => page + index)), "gzip");

        var seen = await AskAsync("gzip", coded[..^30], coded.Length);

        Assert.Equal((Failure.BodyCutShort, CodingState.Decoded), (seen.Failure, seen.Coding));
        Assert.StartsWith(Page, seen.BodyStart, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bomb_is_bounded()
    {
        var seen = await AskAsync("gzip", Coded(new string('x', 64 * 1024 * 1024), "gzip"));

        Assert.Equal((64 * 1024, CodingState.Decoded), (seen.BodyStart.Length, seen.Coding));
    }

    private static async Task<HttpExchange> AskAsync(string coding, byte[] body, int? announced = null)
    {
        var length = announced ?? body.Length;
        var head = $"HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\nContent-Length: {length}\r\n\r\n";
        await using var server = RawServer.Answering([.. Encoding.ASCII.GetBytes(head), .. body]);
        return await server.AskAsync();
    }

    private static byte[] Coded(string text, string coding)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        return coding.ToLowerInvariant() switch
        {
            "identity" => bytes,
            "deflate" => Through(bytes, target => new ZLibStream(target, CompressionLevel.Optimal, leaveOpen: true)),
            "deflate, raw" => Through(
                bytes, target => new DeflateStream(target, CompressionLevel.Optimal, leaveOpen: true)),
            "br" => Through(bytes, target => new BrotliStream(target, CompressionLevel.Optimal, leaveOpen: true)),
            "gzip, br" => Through(
                Coded(text, "gzip"), target => new BrotliStream(target, CompressionLevel.Optimal, leaveOpen: true)),
            _ => Through(bytes, target => new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true)),
        };
    }

    private static byte[] Through(byte[] bytes, Func<Stream, Stream> coder)
    {
        using var target = new MemoryStream();
        using (var stream = coder(target))
        {
            stream.Write(bytes);
        }

        return target.ToArray();
    }
}
