namespace Weir.Lab.Faults;

/// <summary>What a script may look at when it chooses a reply.</summary>
/// <param name="Number">How many replies this server has begun, this one included, from 1.</param>
/// <param name="Connection">The connection's number on this server, from 1.</param>
/// <param name="OnConnection">The request's number on that connection, from 1.</param>
/// <param name="Request">
/// The request, without its body. Null while nothing was read: the script is asked first whether its reply acts
/// before the request, and again when the request is there.
/// </param>
public sealed record Turn(int Number, int Connection, int OnConnection, ReceivedRequest? Request);
