using System.Net.Sockets;

namespace Weir.Probing.Dns;

/// <summary>Turns a socket's error into a fact, once, at the edge.</summary>
/// <param name="Outcome">What it is.</param>
/// <param name="Detail">What it says, for people.</param>
internal sealed record SocketTrouble(LookupOutcome Outcome, string Detail)
{
    /// <summary>What <paramref name="error"/> on the way to a name server means.</summary>
    public static SocketTrouble From(SocketException error) => error.SocketErrorCode switch
    {
        // A datagram socket on Windows reports the port-unreachable of ICMP as a reset.
        SocketError.ConnectionRefused or SocketError.ConnectionReset => new(
            LookupOutcome.ConnectionRefused, "the host says that nothing listens on this port"),
        SocketError.NetworkUnreachable or SocketError.NetworkDown or SocketError.AddressNotAvailable
            or SocketError.AddressFamilyNotSupported => new(
            LookupOutcome.Unreachable, "this machine has no route to the server"),
        SocketError.HostUnreachable or SocketError.HostDown => new(
            LookupOutcome.Unreachable, "a host on the way, or this one, says that the server cannot be reached"),
        SocketError.AccessDenied => new(
            LookupOutcome.Unreachable, "a filter on this machine forbids asking the server"),
        SocketError.ProtocolNotSupported or SocketError.ProtocolOption => new(
            LookupOutcome.Unreachable, "the server's host says that it does not speak this protocol"),
        SocketError.TimedOut => new(LookupOutcome.Timeout, "the server did not answer"),
        _ => new(LookupOutcome.NotAsked, $"this machine could not ask: {error.Message}"),
    };
}
