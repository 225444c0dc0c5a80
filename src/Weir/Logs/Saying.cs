namespace Weir.Logs;

/// <summary>What the phrase tables are asked about: the part of a line that says what happened.</summary>
/// <param name="Message">The message without its context.</param>
/// <param name="Number">The number in parentheses, or null.</param>
/// <param name="Action">What was being done (after <c>while</c>), or empty.</param>
/// <param name="OnUnixSocket">Whether the peer is a unix socket.</param>
public readonly record struct Saying(string Message, int? Number = null, string Action = "", bool OnUnixSocket = false);
