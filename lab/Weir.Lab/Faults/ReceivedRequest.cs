using System.Collections.Immutable;

namespace Weir.Lab.Faults;

/// <summary>A request as a faulty server received it.</summary>
public sealed record ReceivedRequest
{
    /// <summary>The connection it came over, from 1.</summary>
    public required int Connection { get; init; }

    /// <summary>Its number on that connection, from 1.</summary>
    public required int OnConnection { get; init; }

    /// <summary>When its head was complete.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The head as it came, the empty line included.</summary>
    public required ReadOnlyMemory<byte> Head { get; init; }

    /// <summary>The method.</summary>
    public required string Method { get; init; }

    /// <summary>The request target as sent, query included.</summary>
    public required string Target { get; init; }

    /// <summary>The version as sent, such as <c>HTTP/1.1</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The header fields in the order sent.</summary>
    public required ImmutableArray<(string Name, string Value)> Headers { get; init; }

    /// <summary>The content, chunks removed: its first <see cref="FaultLimits.KeptBodyBytes"/> bytes.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The whole size of the content, in bytes.</summary>
    public long BodyLength { get; init; }

    /// <summary>Whether an earlier request used the same connection.</summary>
    public bool Reused => OnConnection > 1;

    /// <summary>The target without its query.</summary>
    public string Path => Target.Split('?', 2)[0];

    /// <summary>The size of all Cookie fields, in bytes.</summary>
    public int CookieBytes => Headers.Where(line => Is(line.Name, "Cookie")).Sum(line => line.Value.Length);

    /// <summary>The values of the field <paramref name="name"/>, joined by commas (RFC 9110, 5.2), or null.</summary>
    public string? Header(string name)
    {
        var values = Headers.Where(field => Is(field.Name, name)).Select(field => field.Value).ToArray();
        return values.Length == 0 ? null : string.Join(", ", values);
    }

    /// <summary>Whether a cookie of that name was sent (RFC 6265, 4.2).</summary>
    public bool HasCookie(string name)
        => Headers.Where(field => Is(field.Name, "Cookie"))
            .SelectMany(field => field.Value.Split(';', StringSplitOptions.TrimEntries))
            .Any(pair => pair.StartsWith(name + "=", StringComparison.Ordinal));

    // RFC 9112, 9.3: 1.1 keeps the connection unless told otherwise, 1.0 only when told.
    internal bool WantsClose => Header("Connection") is { } options
        ? options.Contains("close", StringComparison.OrdinalIgnoreCase)
            || (Version == "HTTP/1.0" && !options.Contains("keep-alive", StringComparison.OrdinalIgnoreCase))
        : Version == "HTTP/1.0";

    internal bool IsChunked
        => Header("Transfer-Encoding")?.EndsWith("chunked", StringComparison.OrdinalIgnoreCase) ?? false;

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
