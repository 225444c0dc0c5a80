using System.Net;
using System.Net.Sockets;
using System.Text;
using Weir.Probing.Answers;

namespace Weir.Tests.Kit;

/// <summary>Asks with a bare socket, so that nothing between the test and the server tidies the answer.</summary>
public static class RawHttp
{
    /// <summary>One GET on a connection of its own; the answer as it came, up to the end of the connection.</summary>
    public static async Task<AnsweredPage> GetAsync(int port, CancellationToken stop)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port, stop);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync("GET / HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n"u8.ToArray(), stop);
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer, stop);
        return Parse(Encoding.Latin1.GetString(answer.ToArray()));
    }

    private static AnsweredPage Parse(string answer)
    {
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        Assert.True(end > 0, $"no head: {answer}");
        var lines = answer[..end].Split("\r\n");
        var first = lines[0].Split(' ', 3);
        var body = answer[(end + 4)..];
        var fields = lines.Skip(1).Select(line => line.Split(':', 2))
            .Select(pair => KeyValuePair.Create(pair[0], pair[1].Trim()));
        return new(int.Parse(first[1]), first.Length > 2 ? first[2] : "", [.. fields], body, body.Length);
    }
}
