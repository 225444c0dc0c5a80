namespace Weir.Probing.Http;

/// <summary>A connection that somebody has opened, ready for a request.</summary>
/// <param name="Stream">Plain or TLS; its reads must heed cancellation. It is neither closed nor disposed here.</param>
/// <param name="Endpoint">Where it leads: <c>host:port</c>, <c>[v6]:port</c> or <c>unix:/path</c>.</param>
/// <param name="Connect">How long connecting took; null where it was not measured.</param>
/// <param name="Tls">How long the TLS handshake took; null without TLS.</param>
/// <param name="Reused">Whether it has carried a request before: then a close without a byte means "stale".</param>
public sealed record HttpConnection(
    Stream Stream, string Endpoint, TimeSpan? Connect = null, TimeSpan? Tls = null, bool Reused = false);
