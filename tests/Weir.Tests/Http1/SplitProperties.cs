using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Weir.Http1;

namespace Weir.Tests.Http1;

/// <summary>Hostile bytes, cut anywhere: the same answer as in one piece, no exception, no endless loop.</summary>
public sealed class SplitProperties
{
    private static readonly HeadLimits Tight = new(160, 64, 6);

    // Whole words of the protocol among stray bytes, so that the depths of the grammar are reached.
    private static readonly string[] Words =
    [
        "HTTP/1.1 200 OK\r\n", "HTTP/1.0 304 \n", "HTTP/1.1 ", "200", "GET / HTTP/1.1\r\n", "Host: x\r\n", "\r\n",
        "\r\n\r\n", "\n", "\r", " ", "\t", ":", "A: b\r\n", "Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n",
        " folded\r\n", "5\r\nhello\r\n", "0\r\n\r\n", "0", "a", "F", ";x", "\0", "\u007f", "\u00ff", "HT", "GET ",
        "0123456789012345678901234567890123456789",
    ];

    private static readonly Gen<byte[]> Hostile = Gen.OneOf(
        After(string.Empty),
        After("HTTP/1.1 200 OK\r\n"),
        After("GET / HTTP/1.1\r\n"),
        After("5\r\nhello\r\n"),
        Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf());

    private static readonly Arbitrary<(byte[] Bytes, int[] Cuts)> Cut =
        (from bytes in Hostile from cuts in Gen.Choose(1, 9).ArrayOf() select (bytes, cuts)).ToArbitrary();

    [Fact]
    public void A_response_head_reads_the_same_in_any_pieces()
        => Holds(Cut, sample => SameInPieces(() => new ResponseHead(Tight), sample.Bytes, sample.Cuts));

    [Fact]
    public void A_request_head_reads_the_same_in_any_pieces()
        => Holds(Cut, sample => SameInPieces(() => new RequestHead(Tight), sample.Bytes, sample.Cuts));

    [Fact]
    public void A_chunked_body_decodes_the_same_in_any_pieces()
        => Holds(Cut, sample => new[] { true, false }.All(strict =>
            Decode([sample.Bytes], strict) == Decode(Pieces(sample.Bytes, sample.Cuts), strict)));

    [Fact]
    public void What_is_written_in_chunks_comes_back()
        => Holds(Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf().ArrayOf().ToArbitrary(), chunks =>
        {
            var coded = new StringBuilder();
            foreach (var chunk in chunks.Where(chunk => chunk.Length > 0))
            {
                coded.Append($"{chunk.Length:X}\r\n").Append(Heads.Text(chunk)).Append("\r\n");
            }

            var decoded = ChunkedDecoderTests.Decoded(
                new ChunkedDecoder(Tight, strict: true), Heads.Bytes(coded + "0\r\n\r\n"));
            return decoded == (ChunkStatus.Complete, Heads.Text(chunks.SelectMany(chunk => chunk).ToArray()));
        });

    [Fact]
    public void A_refused_or_complete_section_takes_no_more_and_never_passes_its_limit()
        => Holds(Cut, sample =>
        {
            var head = new ResponseHead(Tight);
            head.Feed(sample.Bytes, out _);
            var status = head.Feed(sample.Bytes, out var more);
            return head.Length <= Tight.Bytes && head.Fields.Count <= Tight.Fields
                && (status == HeadStatus.Partial || head.Feed(sample.Bytes, out more) == status && more == 0);
        });

    private static Gen<byte[]> After(string start)
        => Gen.Elements(Words).ListOf().Select(words => Encoding.Latin1.GetBytes(start + string.Concat(words)));

    private static bool SameInPieces(Func<MessageSection> make, byte[] bytes, int[] cuts)
    {
        var whole = make();
        whole.Feed(bytes, out var wholeConsumed);
        var pieced = make();
        var consumed = 0;
        foreach (var piece in Pieces(bytes, cuts))
        {
            pieced.Feed(piece, out var count);
            consumed += count;
        }

        return Heads.Told(whole) == Heads.Told(pieced)
            && (whole.Status == HeadStatus.Refused || wholeConsumed == consumed);
    }

    private static (ChunkStatus, string, ChunkProblem?, long, long, Ugliness) Decode(
        IEnumerable<byte[]> pieces, bool strict)
    {
        var decoder = new ChunkedDecoder(Tight, strict);
        var status = ChunkStatus.Partial;
        var body = new StringBuilder();
        foreach (var piece in pieces)
        {
            (status, var more) = ChunkedDecoderTests.Decoded(decoder, piece);
            body.Append(more);
        }

        return (status, body.ToString(), decoder.Problem, decoder.ProblemAt, decoder.Position, decoder.Ugly);
    }

    private static List<byte[]> Pieces(byte[] bytes, int[] cuts)
    {
        var pieces = new List<byte[]>();
        for (int at = 0, turn = 0; at < bytes.Length; turn++)
        {
            var length = Math.Min(cuts.Length == 0 ? 1 : cuts[turn % cuts.Length], bytes.Length - at);
            pieces.Add(bytes[at..(at + length)]);
            at += length;
        }

        return pieces;
    }

    private static void Holds<T>(Arbitrary<T> samples, Func<T, bool> property)
        => Prop.ForAll(samples, property).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
}
