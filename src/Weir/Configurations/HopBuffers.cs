namespace Weir.Configurations;

/// <summary>Memory for an upstream's answer.</summary>
/// <param name="HeadBytes">For the head: a larger one is a 502 (<c>upstream sent too big header</c>).</param>
/// <param name="Body">For the body; null for protocols that have none.</param>
/// <param name="Buffers">The answer is read ahead of the visitor, so that a slow one does not hold the
/// upstream.</param>
/// <param name="BuffersRequest">The request's body is read whole before the upstream is asked; else there is no second
/// try once it was begun.</param>
public sealed record HopBuffers(long HeadBytes, BufferCount? Body, bool Buffers, bool BuffersRequest);
