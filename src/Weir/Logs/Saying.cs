namespace Weir.Logs;

/// <summary>What the phrase tables are asked about: the part of a line that says what happened.</summary>
/// <param name="Message">The message without its context.</param>
/// <param name="Number">The number in parentheses, or null.</param>
/// <param name="Action">What was being done (after <c>while</c>), or empty.</param>
/// <param name="OnUnixSocket">Whether the peer is a unix socket.</param>
public sealed record Saying(string Message, int? Number = null, string Action = "", bool OnUnixSocket = false)
{
    /// <summary>
    /// The message without what stands between its first and its last quote: a path with quotes in it stays inside.
    /// </summary>
    internal string Unquoted { get; } = WithoutQuoted(Message);

    private static string WithoutQuoted(string message)
    {
        var first = message.IndexOf('"', StringComparison.Ordinal);
        return first < 0 ? message : string.Concat(message.AsSpan(0, first), message.AsSpan(message.LastIndexOf('"')));
    }
}
