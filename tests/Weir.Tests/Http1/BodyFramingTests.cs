using Weir.Http1;

namespace Weir.Tests.Http1;

public sealed class BodyFramingTests
{
    [Theory]
    [InlineData("1.1 200 OK", "", BodyKind.UntilClose, 0)]
    [InlineData("1.1 200 OK", "Content-Length: 0\r\n", BodyKind.Length, 0)]
    [InlineData("1.1 200 OK", "content-length: 123456789012345678\r\n", BodyKind.Length, 123456789012345678)]
    [InlineData("1.1 200 OK", "Transfer-Encoding: Chunked\r\n", BodyKind.Chunked, 0)]
    [InlineData("1.1 204 No", "Content-Length: 5\r\n", BodyKind.None, 0)]
    [InlineData("1.1 304 No", "Content-Length: 5\r\n", BodyKind.None, 0)]
    [InlineData("1.1 103 No", "", BodyKind.None, 0)]
    public void The_end_of_an_answer_is_found_by_the_first_rule_that_applies(
        string start, string fields, BodyKind kind, long length)
    {
        var framing = BodyFraming.OfResponse(Heads.Response($"HTTP/{start}\r\n{fields}\r\n"), answersHead: false);

        Assert.Equal((kind, length, null), (framing.Kind, framing.Length, framing.Problem));
    }

    [Fact]
    public void An_answer_to_HEAD_has_no_body_whatever_it_announces()
    {
        var head = Heads.Response("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n");

        Assert.Equal(BodyKind.None, BodyFraming.OfResponse(head, answersHead: true).Kind);
    }

    [Theory]
    [InlineData("Content-Length: 5\r\nContent-Length: 5\r\n")]
    [InlineData("Content-Length: 5, 5\r\n")]
    public void Equal_lengths_are_one_in_an_answer_and_refused_in_a_request(string fields)
    {
        var answer = BodyFraming.OfResponse(Heads.Response($"HTTP/1.1 200 OK\r\n{fields}\r\n"), answersHead: false);
        var request = BodyFraming.OfRequest(Heads.Request($"PUT / HTTP/1.1\r\nHost: x\r\n{fields}\r\n"));

        Assert.Equal((5, Ugliness.RepeatedContentLength), (answer.Length, answer.Ugly));
        Assert.Equal(HeadProblem.RepeatedContentLength, request.Problem);
    }

    [Theory]
    [InlineData("1.1", "Content-Length: 5\r\nContent-Length: 6\r\n", HeadProblem.DifferentContentLengths, 36)]
    [InlineData("1.1", "Content-Length: 5, 6\r\n", HeadProblem.DifferentContentLengths, 17)]
    [InlineData("1.1", "Content-Length: -5\r\n", HeadProblem.BadContentLength, 17)]
    [InlineData("1.1", "Content-Length: +5\r\n", HeadProblem.BadContentLength, 17)]
    [InlineData("1.1", "Content-Length: 0x5\r\n", HeadProblem.BadContentLength, 17)]
    [InlineData("1.1", "Content-Length:\r\n", HeadProblem.BadContentLength, 17)]
    [InlineData("1.1", "Content-Length: 5,\r\n", HeadProblem.BadContentLength, 17)]
    [InlineData("1.1", "Content-Length: 1234567890123456789\r\n", HeadProblem.BadContentLength, 17)]
    [InlineData(
        "1.1", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", HeadProblem.LengthAndTransferEncoding, 36)]
    [InlineData("1.1", "Transfer-Encoding: gzip, chunked\r\n", HeadProblem.UnknownTransferCoding, 17)]
    [InlineData("1.1", "Transfer-Encoding: xchunked\r\n", HeadProblem.UnknownTransferCoding, 17)]
    [InlineData(
        "1.1", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", HeadProblem.UnknownTransferCoding, 45)]
    [InlineData("1.0", "Transfer-Encoding: chunked\r\n", HeadProblem.TransferEncodingInHttp10, 17)]
    public void What_two_readers_could_frame_in_two_ways_is_refused(
        string version, string fields, HeadProblem problem, int position)
    {
        var head = Heads.Response($"HTTP/{version} 200 OK\r\n{fields}\r\n");

        var framing = BodyFraming.OfResponse(head, answersHead: false);

        Assert.Equal((problem, position), (framing.Problem, framing.ProblemAt));
    }

    [Fact]
    public void A_request_that_announces_no_body_has_none()
        => Assert.Equal(
            BodyKind.None, BodyFraming.OfRequest(Heads.Request("GET / HTTP/1.1\r\nHost: x\r\n\r\n")).Kind);
}
