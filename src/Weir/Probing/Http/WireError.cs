using System.Net.Sockets;
using System.Security.Authentication;

namespace Weir.Probing.Http;

/// <summary>Turns the exceptions of streams into facts; past this nobody sees them.</summary>
internal static class WireError
{
    // OpenSSL 3: the library's number stands in bits 23 to 30, and a received alert is the reason 1000 + its number.
    private const int SslLibrary = 20;
    private const int AlertReasons = 1000;
    private const int MaxAlert = 255;

    /// <summary>Whether <paramref name="error"/> is of the kind that a connection's end brings.</summary>
    public static bool IsExpected(Exception error)
        => error is IOException or SocketException or AuthenticationException;

    /// <summary>How the connection ended.</summary>
    public static WireRead Of(Exception error)
    {
        for (var inner = error; inner is not null; inner = inner.InnerException)
        {
            if (inner is SocketException socket)
            {
                return new WireRead(0, EndOf(socket.SocketErrorCode), socket.NativeErrorCode);
            }

            if (AlertOf(inner) is { } alert)
            {
                return new WireRead(0, ConnectionEnd.TlsFailed, TlsAlert: alert);
            }
        }

        // A TLS stream that ends inside a record has no inner exception: the peer closed the connection.
        return new WireRead(0, error.InnerException is null ? ConnectionEnd.PeerClosed : ConnectionEnd.TlsFailed);
    }

    /// <summary>The TLS alert that the exception itself tells of; null where it tells of none.</summary>
    public static int? AlertOf(Exception error)
    {
        var reason = (error.HResult & 0x7F_FFFF) - AlertReasons;
        return error.HResult >> 23 == SslLibrary && reason is >= 0 and <= MaxAlert ? reason : null;
    }

    private static ConnectionEnd EndOf(SocketError error) => error switch
    {
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown
            => ConnectionEnd.PeerReset,
        _ => ConnectionEnd.Broken,
    };
}
