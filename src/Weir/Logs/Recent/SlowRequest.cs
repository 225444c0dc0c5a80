namespace Weir.Logs.Recent;

/// <summary>A request whose server took long.</summary>
/// <param name="At">When it was finished.</param>
/// <param name="Seconds">The server's time; the whole request's where the format has no other.</param>
/// <param name="Upstream">The server, or empty.</param>
/// <param name="Status">What the visitor got.</param>
/// <param name="Request">The start of the request line, unmasked.</param>
public sealed record SlowRequest(DateTimeOffset At, double Seconds, string Upstream, int Status, string Request);
