using System.Net.Sockets;

namespace Weir.Probing.Tcp;

/// <summary>An attempt to connect and, where it succeeded, the connection, which closes with this object.</summary>
public sealed class OpenedConnection : IDisposable
{
    internal OpenedConnection(ConnectAttempt attempt, Socket? socket)
    {
        Attempt = attempt;
        Socket = socket;
    }

    /// <summary>What the attempt met.</summary>
    public ConnectAttempt Attempt { get; }

    /// <summary>The connected socket; null when it did not connect.</summary>
    public Socket? Socket { get; }

    /// <summary>A stream over the connection; closing it closes the connection.</summary>
    /// <exception cref="InvalidOperationException">It did not connect.</exception>
    public NetworkStream Stream() => Socket is null
        ? throw new InvalidOperationException($"{Attempt.EndpointName} did not connect: {Attempt.Outcome}.")
        : new NetworkStream(Socket, ownsSocket: true);

    /// <summary>Closes the connection.</summary>
    public void Dispose() => Socket?.Dispose();
}
