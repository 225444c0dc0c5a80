using System.Text;

namespace Weir.Lab.Faults;

/// <summary>A valid HTTP/1.1 answer as bytes, its Content-Length counted unless the headers say otherwise.</summary>
internal sealed class Answer
{
    public Answer(int status, string reason, byte[] body, IReadOnlyCollection<(string Name, string Value)> headers)
    {
        var head = new StringBuilder($"HTTP/1.1 {status} {reason}\r\n");
        if (!headers.Any(field => IsFraming(field.Name)) && MayHaveContent(status))
            head.Append($"Content-Length: {body.Length}\r\n");
        foreach (var (name, value) in headers)
            head.Append($"{name}: {value}\r\n");
        Head = Encoding.Latin1.GetBytes(head.Append("\r\n").ToString());
        Body = body;
        Bytes = (byte[])[.. Head.Span, .. body];
        Closes = headers.Any(field => field.Name.Equals("Connection", StringComparison.OrdinalIgnoreCase)
            && field.Value.Contains("close", StringComparison.OrdinalIgnoreCase));
    }

    public ReadOnlyMemory<byte> Head { get; }

    public ReadOnlyMemory<byte> Body { get; }

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Whether it announces that the connection ends with it.</summary>
    public bool Closes { get; }

    // RFC 9110, 8.6: no Content-Length in 1xx and 204.
    private static bool MayHaveContent(int status) => status is >= 200 and not 204;

    private static bool IsFraming(string name)
        => name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase);
}
