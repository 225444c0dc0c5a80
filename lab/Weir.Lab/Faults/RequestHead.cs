using System.Text;

namespace Weir.Lab.Faults;

/// <summary>Takes a request head apart (RFC 9112, 3 and 5).</summary>
internal static class RequestHead
{
    /// <exception cref="InvalidDataException">It has no request line, or a line that is no field.</exception>
    public static ReceivedRequest Parse(byte[] head, int connection, int onConnection, DateTimeOffset at)
    {
        var lines = Encoding.Latin1.GetString(head).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        if (lines is not [var first, ..]
            || first.Split(' ') is not [var method, var target, ['H', 'T', 'T', 'P', '/', ..] version])
            throw new InvalidDataException("What came is not an HTTP/1 request.");

        return new ReceivedRequest
        {
            Connection = connection,
            OnConnection = onConnection,
            At = at,
            Head = head,
            Method = method,
            Target = target,
            Version = version,
            Headers = [.. lines.Skip(1).Select(Field)],
        };
    }

    private static (string Name, string Value) Field(string line)
        => line.Split(':', 2) is [var name, var value]
            ? (name, value.Trim(' ', '\t'))
            : throw new InvalidDataException($"The line \"{line}\" is no header field.");
}
