using System.Buffers;
using Weir.Http1;

namespace Weir.Tests.Http1;

public sealed class ResponseHeadTests
{
    [Fact]
    public void An_ordinary_answer_is_read_whole_and_the_body_left_alone()
    {
        var head = new ResponseHead(HeadLimits.Response);
        var bytes = Heads.Bytes("HTTP/1.1 200 OK\r\nServer: a/1\r\nX-Empty:\r\nVia:  b \t\r\n\r\nbody");

        Assert.Equal(HeadStatus.Complete, head.Feed(bytes, out var consumed));

        Assert.Equal(bytes.Length - 4, consumed);
        Assert.Equal((ProtocolVersion.Http11, 200, "OK"), (head.Version, head.Code, Heads.Text(head.Reason)));
        Assert.Equal("Server=a/1|X-Empty=|Via=b", Heads.Fields(head));
        Assert.Equal((Ugliness.None, consumed), (head.Ugly, head.Length));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\nA: b\n\n", "A=b", Ugliness.BareLineFeed)]
    [InlineData("HTTP/1.1 200 OK\r\nA: b\r\n  c\r\n\t d\r\n\r\n", "A=b    c    d", Ugliness.FoldedLine)]
    [InlineData("HTTP/1.1 200 OK\r\nA:\r\n c\r\nB: x\r\n \r\n\r\n", "A=c|B=x", Ugliness.FoldedLine)]
    [InlineData("HTTP/1.1 200 OK\r\nA \t: b\r\n\r\n", "A=b", Ugliness.SpaceBeforeColon)]
    [InlineData("HTTP/1.1 200 OK\r\nA: b\u0001c\u007f\r\n\r\n", "A=b c", Ugliness.ControlByte)]
    [InlineData("HTTP/1.1 200\r\n\r\n", "", Ugliness.NoSpaceAfterStatus)]
    [InlineData("HTTP/1.1 999 \r\n\r\n", "", Ugliness.StatusOutOfRange)]
    [InlineData("HTTP/1.0 502 Schlie\u00dfung\r\nA: \u00e4\r\n\r\n", "A=\u00e4", Ugliness.None)]
    public void What_has_one_reading_is_put_right_and_reported(string text, string fields, Ugliness ugly)
    {
        var head = Heads.Response(text);

        Assert.Equal((HeadStatus.Complete, fields, ugly), (head.Status, Heads.Fields(head), head.Ugly));
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH\r\n", HeadProblem.NotHttp, 0)]
    [InlineData("HTT\r\n", HeadProblem.NotHttp, 3)]
    [InlineData("\r\nHTTP/1.1 200 OK\r\n", HeadProblem.NotHttp, 0)]
    [InlineData("HTTP/2.0 200 OK\r\n", HeadProblem.UnsupportedVersion, 5)]
    [InlineData("HTTP/1.2 200 OK\r\n", HeadProblem.UnsupportedVersion, 7)]
    [InlineData("HTTP/x", HeadProblem.BadStatusLine, 5)]
    [InlineData("HTTP/1.1  200 OK\r\n", HeadProblem.BadStatusLine, 9)]
    [InlineData("HTTP/1.1 20\r\n", HeadProblem.BadStatusLine, 11)]
    [InlineData("HTTP/1.1 009 x\r\n", HeadProblem.BadStatusLine, 9)]
    [InlineData("HTTP/1.1 2000 x\r\n", HeadProblem.BadStatusLine, 12)]
    [InlineData("HTTP/1.1 200 O\0K\r\n", HeadProblem.ControlByte, 14)]
    [InlineData("HTTP/1.1 200 O\rK\r\n", HeadProblem.BareCarriageReturn, 14)]
    [InlineData("HTTP/1.1 200 OK\r\n A: b\r\n", HeadProblem.LeadingWhitespace, 17)]
    [InlineData("HTTP/1.1 200 OK\r\n<br>\r\n", HeadProblem.MissingColon, 17)]
    [InlineData("HTTP/1.1 200 OK\r\n: b\r\n", HeadProblem.BadFieldName, 17)]
    [InlineData("HTTP/1.1 200 OK\r\nA b: c\r\n", HeadProblem.BadFieldName, 18)]
    [InlineData("HTTP/1.1 200 OK\r\nA(: c\r\n", HeadProblem.BadFieldName, 18)]
    [InlineData("HTTP/1.1 200 OK\r\nA: b\0\r\n", HeadProblem.ControlByte, 21)]
    [InlineData("HTTP/1.1 200 OK\r\nA: b\rSet-Cookie: c\r\n", HeadProblem.BareCarriageReturn, 21)]
    [InlineData("HTTP/1.1 200 OK\r\nA: b\r\r\n", HeadProblem.BareCarriageReturn, 21)]
    public void What_is_ambiguous_is_refused_at_its_position(string text, HeadProblem problem, int position)
    {
        var head = Heads.Response(text);

        Assert.Equal((HeadStatus.Refused, problem, position), (head.Status, head.Problem, head.ProblemAt));
    }

    [Fact]
    public void Another_protocol_is_refused_at_its_first_byte_without_waiting_for_a_line()
    {
        var head = new ResponseHead(HeadLimits.Response);

        Assert.Equal(HeadStatus.Refused, head.Feed([0x15], out _));
        Assert.Equal(HeadProblem.NotHttp, head.Problem);
    }

    [Theory]
    [InlineData(64, 64, 9, "A: 1\r\n", HeadProblem.TooLarge, 64)]
    [InlineData(256, 64, 9, "A:0123456789012345678901234567890123456789", HeadProblem.LineTooLong, 81)]
    [InlineData(256, 64, 9, "A: 1\r\n", HeadProblem.TooManyFields, 71)]
    public void A_limit_is_refused_where_it_is_passed(
        int bytes, int line, int fields, string repeated, HeadProblem problem, int position)
    {
        var text = "HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Repeat(repeated, 20));

        var head = Heads.Response(text, new HeadLimits(bytes, line, fields));

        Assert.Equal((problem, position), (head.Problem, head.ProblemAt));
    }

    [Fact]
    public void A_head_exactly_at_its_limits_passes()
    {
        const string Text = "HTTP/1.1 200 OK\r\nA: " + "0123456789012345678901234567890123456789" + "\r\nBb:\r\n\r\n";

        Assert.Equal(HeadStatus.Complete, Heads.Response(Text, new HeadLimits(Text.Length, 64, 2)).Status);
        Assert.Equal(HeadStatus.Refused, Heads.Response(Text, new HeadLimits(Text.Length - 1, 64, 2)).Status);
        Assert.Equal(HeadStatus.Refused, Heads.Response(Text, new HeadLimits(Text.Length, 64, 1)).Status);
    }

    [Fact]
    public void One_reader_reads_one_head_after_the_other()
    {
        var head = new ResponseHead(HeadLimits.Response);
        var bytes = Heads.Bytes("HTTP/1.1 103 Early\r\nLink: a\r\n\r\nHTTP/1.0 200 OK\r\nB: 1\r\n\r\n");

        head.Feed(bytes, out var first);
        Assert.True(head.IsInterim);
        head.Reset();
        head.Feed(bytes.AsSpan(first), out var second);

        Assert.Equal(bytes.Length, first + second);
        Assert.Equal((200, "B=1"), (head.Code, Heads.Fields(head)));
        Assert.Equal((-1, 0), (head.Fields.Find("link"u8), head.Fields.Find("b"u8)));
    }

    [Fact]
    public void A_sequence_of_segments_reads_like_one_piece()
    {
        var first = new Segment(Heads.Bytes("HTTP/1.1 20"), null);
        var last = new Segment(Heads.Bytes("0 OK\r\nA: b\r\n\r\nbody"), first);
        var sequence = new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
        var head = new ResponseHead(HeadLimits.Response);

        Assert.Equal(HeadStatus.Complete, head.Feed(sequence, out var consumed));

        Assert.Equal("body", Heads.Text(sequence.Slice(consumed).ToArray()));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n", true)]
    [InlineData("HTTP/1.1 200 OK\r\nConnection: x, Close\r\n\r\n", false)]
    [InlineData("HTTP/1.0 200 OK\r\n\r\n", false)]
    [InlineData("HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\n\r\n", true)]
    [InlineData("HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nConnection: close\r\n\r\n", false)]
    public void The_connection_goes_on_as_version_and_options_say(string text, bool goesOn)
        => Assert.Equal(goesOn, Heads.Response(text).KeepsConnection);

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] bytes, Segment? before)
        {
            Memory = bytes;
            if (before is not null)
            {
                RunningIndex = before.RunningIndex + before.Memory.Length;
                before.Next = this;
            }
        }
    }
}
