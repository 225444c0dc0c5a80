using System.Buffers;
using System.Text;
using Weir.Http1;

namespace Weir.Tests.Http1;

public sealed class RequestWriterTests
{
    [Fact]
    public void A_request_is_written_in_order_and_read_back()
    {
        var (written, problem) = Written("GET", "/a?b", "x:80", ("Accept", "*/*"), ("X-Name", "J\u00fcrgen"));

        Assert.Null(problem);
        Assert.Equal("GET /a?b HTTP/1.1\r\nHost: x:80\r\nAccept: */*\r\nX-Name: J\u00fcrgen\r\n\r\n", written);
    }

    [Theory]
    [InlineData("GET\r\n", "/", "x", "A", "b", RequestProblem.BadMethod)]
    [InlineData("", "/", "x", "A", "b", RequestProblem.BadMethod)]
    [InlineData("GET", "/ HTTP/1.1\r\nA: b", "x", "A", "b", RequestProblem.BadTarget)]
    [InlineData("GET", "/a b", "x", "A", "b", RequestProblem.BadTarget)]
    [InlineData("GET", "/\u00e4", "x", "A", "b", RequestProblem.BadTarget)]
    [InlineData("GET", "/", "x\r\nA: b", "A", "b", RequestProblem.BadHost)]
    [InlineData("GET", "/", "", "A", "b", RequestProblem.BadHost)]
    [InlineData("GET", "/", "x", "A:", "b", RequestProblem.BadFieldName)]
    [InlineData("GET", "/", "x", "A\u010d", "b", RequestProblem.BadFieldName)]
    [InlineData("GET", "/", "x", "A", "b\nC: d", RequestProblem.BadFieldValue)]
    [InlineData("GET", "/", "x", "A", "b\r\nC: d", RequestProblem.BadFieldValue)]
    [InlineData("GET", "/", "x", "A", "\0", RequestProblem.BadFieldValue)]
    [InlineData("GET", "/", "x", "host", "y", RequestProblem.RepeatedHost)]
    [InlineData("GET", "/", "x", "content-Length", "5", RequestProblem.AnnouncesBody)]
    [InlineData("GET", "/", "x", "Transfer-Encoding", "chunked", RequestProblem.AnnouncesBody)]
    public void What_would_become_another_request_is_not_written(
        string method, string target, string host, string name, string value, RequestProblem problem)
    {
        var (written, refused) = Written(method, target, host, (name, value));

        Assert.Equal((string.Empty, problem), (written, refused));
    }

    private static (string Written, RequestProblem? Problem) Written(
        string method, string target, string host, params (string Name, string Value)[] fields)
    {
        var output = new ArrayBufferWriter<byte>();
        var problem = RequestWriter.Write(
            output, method, target, host, [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        return (Encoding.UTF8.GetString(output.WrittenSpan), problem);
    }
}
