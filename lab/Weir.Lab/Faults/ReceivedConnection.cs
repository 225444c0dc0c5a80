namespace Weir.Lab.Faults;

/// <summary>A connection that a faulty server accepted.</summary>
/// <param name="Number">Its number on this server, from 1.</param>
/// <param name="Requests">How many requests came over it.</param>
/// <param name="BytesIn">Bytes read from the peer, after TLS where the handshake was made.</param>
/// <param name="FirstBytes">The first of them, at most <see cref="FaultLimits.KeptFirstBytes"/>.</param>
/// <param name="End">How it ended.</param>
/// <param name="Detail">The platform's words about the end where there are any, else empty.</param>
public sealed record ReceivedConnection(
    int Number, int Requests, long BytesIn, ReadOnlyMemory<byte> FirstBytes, ConnectionEnd End, string Detail);
