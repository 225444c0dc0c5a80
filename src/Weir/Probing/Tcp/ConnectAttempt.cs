using System.Net;
using Weir.Vocabulary;
using Numbers = Weir.Probing.Tcp.Errno;

namespace Weir.Probing.Tcp;

/// <summary>What one attempt to connect met, as <c>connect(2)</c> and the socket's error queue tell it.</summary>
/// <param name="Endpoint">Where to.</param>
/// <param name="At">When it began.</param>
/// <param name="Took">How long until the answer, or until the limit.</param>
/// <param name="Errno">The error number; 0 is connected, null is silence until the limit.</param>
/// <param name="Step">The call that it ended in.</param>
public sealed record ConnectAttempt(
    EndPoint Endpoint, DateTimeOffset At, TimeSpan Took, int? Errno, ConnectStep Step = ConnectStep.Connect)
{
    /// <summary>
    /// A connection that took at least this long had its first SYN lost or dropped: Linux repeats it after one second
    /// (RFC 6298 section 2.1). Used where TCP_INFO is not at hand.
    /// </summary>
    private static readonly TimeSpan FirstRepeat = TimeSpan.FromMilliseconds(950);

    /// <summary>The address and port on our side; null where none was chosen, and for a unix socket.</summary>
    public IPEndPoint? Local { get; init; }

    /// <summary>
    /// The ICMP error that came back, also one that did not end the attempt; null when none was read.
    /// </summary>
    public IcmpError? Icmp { get; init; }

    /// <summary>TCP_INFO at the end of the attempt; null on other systems and for a unix socket.</summary>
    public TcpFacts? Tcp { get; init; }

    /// <summary>
    /// EADDRNOTAVAIL because this machine has no address to send from (IPv6 switched off, a source address that is not
    /// its own), not because its ports are used up.
    /// </summary>
    public bool NoSourceAddress { get; init; }

    /// <summary>The connection was established.</summary>
    public bool Connected => Errno == 0;

    /// <summary>Nothing at all came back until the limit, or until the kernel gave up.</summary>
    public bool Silent => Errno is null or Numbers.ETIMEDOUT;

    /// <summary>It connected, but only on a repeated SYN: a queue was full, or packets are lost.</summary>
    public bool Late => Connected
        && Endpoint is IPEndPoint
        && (Tcp is { } facts ? facts.TotalRetransmits > 0 : Took >= FirstRepeat);

    /// <summary>
    /// This machine itself sent the ICMP error for a packet to another: its own filter refused (OUTPUT REJECT), or the
    /// neighbour on the link did not answer.
    /// </summary>
    public bool RefusedHere => Icmp?.Sender is { } sender
        && sender.Equals(Local?.Address)
        && !sender.Equals((Endpoint as IPEndPoint)?.Address);

    /// <summary>
    /// Nobody answers to the next address on the link (ARP, neighbour discovery): host unreachable, said by this
    /// machine itself, as a rule after three seconds.
    /// </summary>
    public bool NeighbourSilent => RefusedHere && Icmp is { HostUnreachable: true };

    /// <summary>
    /// An answer came from the endpoint's own address, so the host is up: a SYN-ACK, a reset, or an ICMP error sent by
    /// it. A device that answers in the host's name cannot be told apart from it here.
    /// </summary>
    public bool HostAnswered => Endpoint is IPEndPoint remote && Errno switch
    {
        0 or Numbers.ECONNRESET => true,
        Numbers.ECONNREFUSED when Icmp is null => true,
        _ => Icmp is { } icmp && !RefusedHere && remote.Address.Equals(icmp.Sender),
    };

    /// <summary>
    /// <c>connected</c>, <c>silent</c>, or the symbolic name of the error such as <c>ECONNREFUSED</c>.
    /// </summary>
    public string Outcome => Errno switch
    {
        null => "silent",
        0 => "connected",
        { } errno => Numbers.NameOf(errno),
    };

    /// <summary>The endpoint as reports spell it.</summary>
    public string EndpointName => EndpointText.Of(Endpoint);

    /// <summary>The failure on the wire; null when it connected.</summary>
    public Failure? Failure => ConnectFailure.Of(this);
}
