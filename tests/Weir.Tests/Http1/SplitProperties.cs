using System.Text;
using FsCheck.Fluent;
using Weir.Http1;

namespace Weir.Tests.Http1;

/// <summary>Hostile bytes, cut anywhere: the same answer as in one piece, no exception, no endless loop.</summary>
public sealed class SplitProperties
{
    private static readonly HeadLimits Tight = new(160, 64, 6);

    [Fact]
    public void A_response_head_reads_the_same_in_any_pieces()
        => HostileBytes.Holds(HostileBytes.Cut, sample
            => SameInPieces(() => new ResponseHead(Tight), sample.Bytes, sample.Cuts));

    [Fact]
    public void A_request_head_reads_the_same_in_any_pieces()
        => HostileBytes.Holds(HostileBytes.Cut, sample
            => SameInPieces(() => new RequestHead(Tight), sample.Bytes, sample.Cuts));

    [Fact]
    public void A_chunked_body_decodes_the_same_in_any_pieces()
        => HostileBytes.Holds(HostileBytes.Cut, sample => new[] { true, false }.All(strict =>
            Decode([sample.Bytes], strict) == Decode(HostileBytes.Pieces(sample.Bytes, sample.Cuts), strict)));

    [Fact]
    public void What_is_written_in_chunks_comes_back()
        => HostileBytes.Holds(
            Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf().ArrayOf().ToArbitrary(),
            chunks =>
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
        => HostileBytes.Holds(HostileBytes.Cut, sample =>
        {
            var head = new ResponseHead(Tight);
            head.Feed(sample.Bytes, out _);
            var status = head.Feed(sample.Bytes, out var more);
            return head.Length <= Tight.Bytes && head.Fields.Count <= Tight.Fields
                && (status == HeadStatus.Partial || head.Feed(sample.Bytes, out more) == status && more == 0);
        });

    private static bool SameInPieces(Func<MessageSection> make, byte[] bytes, int[] cuts)
    {
        var whole = make();
        whole.Feed(bytes, out var wholeConsumed);
        var pieced = make();
        var consumed = 0;
        foreach (var piece in HostileBytes.Pieces(bytes, cuts))
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
}
