using System.Net.Sockets;
using System.Security.Authentication;

namespace Weir.Lab.Faults;

/// <summary>Turns the platform's exceptions of a connection into the one fact they stand for.</summary>
internal static class ConnectionEnds
{
    /// <summary>The end that <paramref name="problem"/> means, or null when it is a mistake of this program.</summary>
    public static ConnectionEnd? Of(Exception problem, CancellationToken stop) => problem switch
    {
        OperationCanceledException when stop.IsCancellationRequested => ConnectionEnd.Stopped,
        EndOfStreamException => ConnectionEnd.ClosedByPeer,
        SocketException or IOException { InnerException: SocketException } => ConnectionEnd.ResetByPeer,
        AuthenticationException or IOException => ConnectionEnd.TlsFailed,
        _ => null,
    };
}
