namespace Weir.Probing.Http;

/// <summary>How long each phase took; null where it was not reached or not measured.</summary>
/// <param name="Connect">Opening the connection.</param>
/// <param name="Tls">The TLS handshake.</param>
/// <param name="Send">Writing the request.</param>
/// <param name="FirstByte">From the request's end to the first byte of the answer.</param>
/// <param name="Head">From the request's end to the end of the (final) head.</param>
/// <param name="Body">From the request's end to the end of the body.</param>
/// <param name="Total">From the start of writing until nothing more was awaited.</param>
public sealed record ExchangeTimings(
    TimeSpan? Connect,
    TimeSpan? Tls,
    TimeSpan? Send,
    TimeSpan? FirstByte,
    TimeSpan? Head,
    TimeSpan? Body,
    TimeSpan Total);
