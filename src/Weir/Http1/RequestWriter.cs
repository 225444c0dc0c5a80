using System.Buffers;
using System.Text;

namespace Weir.Http1;

/// <summary>
/// Writes the head of a request without a body (RFC 9112 section 3). What comes from a command line or a page is
/// checked byte by byte, so that no line break in it can make a second request.
/// </summary>
public static class RequestWriter
{
    /// <summary>Writes the request into <paramref name="output"/>; on a problem nothing is written.</summary>
    /// <param name="output">Takes the bytes.</param>
    /// <param name="method">A token, such as <c>GET</c>.</param>
    /// <param name="target">The request target as it goes on the wire, such as <c>/cart?id=1</c>.</param>
    /// <param name="host">The host with an optional port.</param>
    /// <param name="fields">Further fields in order; values beyond ASCII are sent as UTF-8.</param>
    /// <returns>The problem; null when the request was written.</returns>
    public static RequestProblem? Write(
        IBufferWriter<byte> output,
        string method,
        string target,
        string host,
        IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(fields);
        if (Check(method, target, host, fields) is { } problem)
        {
            return problem;
        }

        Append(output, $"{method} {target} HTTP/1.1\r\nHost: {host}\r\n");
        foreach (var (name, value) in fields)
        {
            Append(output, $"{name}: {value}\r\n");
        }

        Append(output, "\r\n");
        return null;
    }

    private static RequestProblem? Check(
        string method, string target, string host, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        if (!IsToken(method))
        {
            return RequestProblem.BadMethod;
        }

        if (target is null or "" || Encoding.UTF8.GetBytes(target).AsSpan().ContainsAnyExcept(Octets.Target))
        {
            return RequestProblem.BadTarget;
        }

        if (host is null || !RequestTarget.IsHost(Encoding.UTF8.GetBytes(host)))
        {
            return RequestProblem.BadHost;
        }

        return fields.Select(CheckField).FirstOrDefault(problem => problem is not null);
    }

    private static RequestProblem? CheckField(KeyValuePair<string, string> field)
    {
        if (!IsToken(field.Key))
        {
            return RequestProblem.BadFieldName;
        }

        if (field.Value is null || Encoding.UTF8.GetBytes(field.Value).AsSpan().ContainsAny(Octets.Control))
        {
            return RequestProblem.BadFieldValue;
        }

        return KnownFields.Of(Encoding.ASCII.GetBytes(field.Key)) switch
        {
            KnownField.Host => RequestProblem.RepeatedHost,
            KnownField.ContentLength or KnownField.TransferEncoding => RequestProblem.AnnouncesBody,
            _ => null,
        };
    }

    private static bool IsToken(string? text)
        => text is { Length: > 0 } && !Encoding.UTF8.GetBytes(text).AsSpan().ContainsAnyExcept(Octets.Token);

    private static void Append(IBufferWriter<byte> output, string text) => Encoding.UTF8.GetBytes(text, output);
}
