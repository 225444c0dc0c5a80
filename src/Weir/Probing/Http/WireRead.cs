namespace Weir.Probing.Http;

/// <summary>What one read or write came to.</summary>
/// <param name="Count">Bytes read; 0 where the connection ended, and for a write.</param>
/// <param name="End">How the connection ended; open where it did not.</param>
/// <param name="Errno">The operating system's error number, where there is one.</param>
/// <param name="TlsAlert">The number of the TLS alert received, where there is one.</param>
internal readonly record struct WireRead(int Count, ConnectionEnd End, int? Errno = null, int? TlsAlert = null);
