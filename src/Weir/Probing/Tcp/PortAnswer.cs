namespace Weir.Probing.Tcp;

/// <summary>What one port of a host answered.</summary>
/// <param name="Port">The port, 1 to 65535.</param>
/// <param name="Name">What usually lives there, such as <c>ssh</c>.</param>
/// <param name="Attempt">The attempt to connect.</param>
public sealed record PortAnswer(int Port, string Name, ConnectAttempt Attempt);
