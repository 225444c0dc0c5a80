using System.Text;
using Weir.Http1;

namespace Weir.Tests.Http1;

public sealed class ChunkedDecoderTests
{
    [Theory]
    [InlineData("5\r\nhello\r\n0\r\n\r\n", "hello", Ugliness.None)]
    [InlineData("00A\r\n0123456789\r\n1\r\nx\r\n000\r\n\r\n", "0123456789x", Ugliness.None)]
    [InlineData("5;a=\"b;c\" ; d\r\nhello\r\n0;x\r\n\r\n", "hello", Ugliness.None)]
    [InlineData("5  \r\nhello\r\n0\r\n\r\n", "hello", Ugliness.PaddedChunkSize)]
    [InlineData("5\nhello\n0\n\n", "hello", Ugliness.BareLineFeed)]
    public void A_body_is_put_together_and_what_is_merely_ugly_reported(string coded, string body, Ugliness ugly)
    {
        var decoder = Decoder();

        Assert.Equal((ChunkStatus.Complete, body), Decoded(decoder, Heads.Bytes(coded)));
        Assert.Equal((coded.Length, body.Length, ugly), (decoder.Position, decoder.DataLength, decoder.Ugly));
    }

    [Fact]
    public void Trailers_are_kept_and_what_follows_is_not_consumed()
    {
        var decoder = Decoder();

        var status = decoder.Read("0\r\nSum: 1\r\nB:2\r\n\r\nHTTP/1.1"u8, out var consumed, out var data);

        Assert.Equal((ChunkStatus.Complete, 18, 0), (status, consumed, data.Length));
        Assert.Equal("Sum", Heads.Text(decoder.Trailers.Name(0)));
        Assert.Equal("2", Heads.Text(decoder.Trailers.Value(1)));
    }

    [Theory]
    [InlineData("hello", ChunkProblem.BadSize, 0)]
    [InlineData("\r\n", ChunkProblem.BadSize, 0)]
    [InlineData("-5\r\n", ChunkProblem.BadSize, 0)]
    [InlineData("0x5\r\n", ChunkProblem.BadSize, 1)]
    [InlineData("5\rhello", ChunkProblem.BadSize, 2)]
    [InlineData("5 5\r\nhello", ChunkProblem.BadSize, 2)]
    [InlineData("0000000000000005\r\n", ChunkProblem.SizeTooLarge, 15)]
    [InlineData("FFFFFFFFFFFFFFFF\r\n", ChunkProblem.SizeTooLarge, 15)]
    [InlineData("5;a\0\r\nhello", ChunkProblem.BadExtension, 3)]
    [InlineData("5\r\nhello0\r\n\r\n", ChunkProblem.MissingDataEnd, 8)]
    [InlineData("5\r\nhello\rx", ChunkProblem.MissingDataEnd, 9)]
    [InlineData("0\r\nA b: c\r\n\r\n", ChunkProblem.BadTrailer, 4)]
    public void An_invalid_coding_is_refused_at_its_position(string coded, ChunkProblem problem, long position)
    {
        var decoder = Decoder();

        Assert.Equal(ChunkStatus.Refused, Decoded(decoder, Heads.Bytes(coded)).Status);
        Assert.Equal((problem, position), (decoder.Problem, decoder.ProblemAt));
    }

    [Theory]
    [InlineData("5\nhello", ChunkProblem.BareLineFeed, 1)]
    [InlineData("5\r\nhello\n", ChunkProblem.BareLineFeed, 8)]
    [InlineData("5 \r\nhello", ChunkProblem.BadSize, 2)]
    [InlineData("0\r\nA: b\n\r\n", ChunkProblem.BadTrailer, 7)]
    public void In_requests_the_ugly_is_refused_too(string coded, ChunkProblem problem, long position)
    {
        var decoder = new ChunkedDecoder(HeadLimits.Trailers, strict: true);

        Assert.Equal(ChunkStatus.Refused, Decoded(decoder, Heads.Bytes(coded)).Status);
        Assert.Equal((problem, position), (decoder.Problem, decoder.ProblemAt));
    }

    [Fact]
    public void Endless_extensions_and_endless_trailers_are_refused()
    {
        var extensions = Decoder();
        var padded = $"1;{new string('x', 99)}\r\na\r\n";
        Decoded(extensions, Heads.Bytes(string.Concat(Enumerable.Repeat(padded, 200))));
        var trailers = Decoder();
        Decoded(trailers, Heads.Bytes("0\r\n" + string.Concat(Enumerable.Repeat("A: b\r\n", 100))));

        Assert.Equal(ChunkProblem.ExtensionsTooLarge, extensions.Problem);
        Assert.Equal(ChunkProblem.TrailersTooLarge, trailers.Problem);
    }

    [Fact]
    public void One_decoder_reads_one_body_after_the_other()
    {
        var decoder = Decoder();
        Decoded(decoder, "3\r\nabc\r\n0\r\nA: b\r\n\r\n"u8);

        decoder.Reset();

        Assert.Equal((ChunkStatus.Complete, "de"), Decoded(decoder, "2\r\nde\r\n0\r\n\r\n"u8));
        Assert.Equal(0, decoder.Trailers.Count);
    }

    internal static (ChunkStatus Status, string Body) Decoded(ChunkedDecoder decoder, ReadOnlySpan<byte> input)
    {
        var body = new StringBuilder();
        while (true)
        {
            var status = decoder.Read(input, out var consumed, out var data);
            body.Append(Heads.Text(data));
            input = input[consumed..];
            if (status != ChunkStatus.Data)
            {
                return (status, body.ToString());
            }
        }
    }

    private static ChunkedDecoder Decoder() => new(HeadLimits.Trailers, strict: false);
}
