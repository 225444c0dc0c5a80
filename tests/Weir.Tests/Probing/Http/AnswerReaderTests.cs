using Weir.Http1;
using Weir.Probing.Http;
using Weir.Tests.Http1;

namespace Weir.Tests.Probing.Http;

public sealed class AnswerReaderTests
{
    private static readonly ExchangeLimits Tight = new() { Head = new HeadLimits(160, 64, 6), BodyBytes = 40 };

    [Fact]
    public void An_answer_reads_the_same_in_any_pieces()
        => HostileBytes.Holds(HostileBytes.Cut, sample =>
            Read([sample.Bytes]) == Read(HostileBytes.Pieces(sample.Bytes, sample.Cuts)));

    private static string Read(IEnumerable<byte[]> pieces)
    {
        var answer = new AnswerReader(answersHead: false, Tight);
        foreach (var piece in pieces)
        {
            answer.Feed(piece);
        }

        // Where a long body is left depends on the pieces; the first bytes that are kept do not.
        var body = answer.Body.Kept.Span[..(int)Math.Min(answer.Body.Count, Tight.BodyBytes)];
        return $"{answer.Stage} {answer.HeadProblem}@{answer.HeadProblemAt} {answer.Chunks.Problem} "
            + $"{string.Join(',', answer.Interim)} {answer.HasExcess} {Heads.Text(body)}";
    }
}
