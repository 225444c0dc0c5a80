namespace Weir.Lab.Faults;

/// <summary>A question as a faulty name server received it.</summary>
/// <param name="Name">The name in lower case, without the dot at its end; the root is empty.</param>
/// <param name="Type">The type of record asked for (RFC 1035, 3.2.2): 1 is A, 28 is AAAA.</param>
/// <param name="OverTcp">Whether it came over TCP.</param>
/// <param name="Number">Its number on this server, from 1, both transports together.</param>
/// <param name="Packet">The whole message, without the length that TCP puts before it.</param>
public sealed record ReceivedQuestion(string Name, int Type, bool OverTcp, int Number, ReadOnlyMemory<byte> Packet)
{
    // Where the question ends in the packet, in bytes from its start.
    internal int End { get; init; }
}
