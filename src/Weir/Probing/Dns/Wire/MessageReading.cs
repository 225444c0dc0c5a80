namespace Weir.Probing.Dns.Wire;

/// <summary>What became of reading bytes as an answer: a message or a fault, never both.</summary>
/// <param name="Header">The header; null only where there are not enough bytes for one.</param>
/// <param name="Message">The whole message, where nothing was wrong with it.</param>
/// <param name="Fault">What is wrong with it otherwise.</param>
public sealed record MessageReading(MessageHeader? Header, DnsMessage? Message, MessageFault? Fault);
