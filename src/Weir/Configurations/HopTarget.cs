namespace Weir.Configurations;

/// <summary>The upstream that a request goes to.</summary>
/// <param name="Kind">How it is named.</param>
/// <param name="Text">The group's name, <c>host:port</c>, the socket's path, or the text with variables.</param>
/// <param name="Host">The host of <see cref="TargetKind.Address"/>, IPv6 without brackets; null otherwise.</param>
/// <param name="Port">Its port; null otherwise.</param>
public sealed record HopTarget(TargetKind Kind, string Text, string? Host = null, int? Port = null);
