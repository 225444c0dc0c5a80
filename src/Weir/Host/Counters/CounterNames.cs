namespace Weir.Host.Counters;

/// <summary>The counters that tell something of a 502, by the names of a <see cref="CounterSnapshot"/>.</summary>
public static class CounterNames
{
    /// <summary>A connection found the accept queue full: the program does not take them fast enough.</summary>
    public const string ListenOverflows = "TcpExt.ListenOverflows";

    /// <summary>A listener dropped a connection for any reason; rises with the overflows.</summary>
    public const string ListenDrops = "TcpExt.ListenDrops";

    /// <summary>The SYN queue was full and cookies were sent.</summary>
    public const string SynQueueCookies = "TcpExt.TCPReqQFullDoCookies";

    /// <summary>The SYN queue was full and a SYN was dropped.</summary>
    public const string SynQueueDrops = "TcpExt.TCPReqQFullDrop";

    /// <summary>A SYN of ours got no answer and was sent again.</summary>
    public const string SynRetransmits = "TcpExt.TCPSynRetrans";

    /// <summary>A retransmission timer ran out.</summary>
    public const string Timeouts = "TcpExt.TCPTimeouts";

    /// <summary>A program closed a connection with data that it had not read: the other side gets a reset.</summary>
    public const string AbortOnClose = "TcpExt.TCPAbortOnClose";

    /// <summary>Data came for a connection that a program had closed.</summary>
    public const string AbortOnData = "TcpExt.TCPAbortOnData";

    /// <summary>The memory of TCP, or the number of orphans, was at its limit.</summary>
    public const string AbortOnMemory = "TcpExt.TCPAbortOnMemory";

    /// <summary>A connection was given up after all retransmissions.</summary>
    public const string AbortOnTimeout = "TcpExt.TCPAbortOnTimeout";

    /// <summary>There were more sockets in TIME-WAIT than tcp_max_tw_buckets.</summary>
    public const string TimeWaitOverflow = "TcpExt.TCPTimeWaitOverflow";

    /// <summary>
    /// The kernel sent a reset: also for a closed port, but not for a REJECT with tcp-reset of a filter.
    /// </summary>
    public const string ResetsSent = "Tcp.OutRsts";

    /// <summary>Connections that could not be opened, of both directions.</summary>
    public const string AttemptFails = "Tcp.AttemptFails";

    /// <summary>Open connections that ended with a reset.</summary>
    public const string EstablishedResets = "Tcp.EstabResets";

    /// <summary>Segments sent again.</summary>
    public const string RetransmittedSegments = "Tcp.RetransSegs";

    /// <summary>Segments sent.</summary>
    public const string SegmentsSent = "Tcp.OutSegs";

    /// <summary>ICMP "destination unreachable" that arrived: somebody on the way rejects.</summary>
    public const string UnreachableReceived = "Icmp.InDestUnreachs";

    /// <summary>ICMP "destination unreachable" that was sent: this host's own filter rejects.</summary>
    public const string UnreachableSent = "Icmp.OutDestUnreachs";

    /// <summary>The same of ICMPv6, received.</summary>
    public const string UnreachableReceivedV6 = "Icmp6InDestUnreachs";

    /// <summary>The same of ICMPv6, sent.</summary>
    public const string UnreachableSentV6 = "Icmp6OutDestUnreachs";

    /// <summary>Packets that the processors did not take from the cards in time.</summary>
    public const string SoftnetDropped = "softnet.dropped";

    /// <summary>Times that a processor had more packets than it was given time for.</summary>
    public const string SoftnetSqueezed = "softnet.squeezed";

    /// <summary>Packets dropped because the connection-tracking table was full.</summary>
    public const string ConntrackDrop = "nf_conntrack.drop";

    /// <summary>Tracked connections thrown out to make room.</summary>
    public const string ConntrackEarlyDrop = "nf_conntrack.early_drop";

    /// <summary>Connections that could not be put into the table.</summary>
    public const string ConntrackInsertFailed = "nf_conntrack.insert_failed";

    /// <summary>A counter of an interface: <c>rx_dropped</c>, <c>tx_errors</c>, <c>tx_carrier</c>, …</summary>
    public static string OfInterface(string device, string counter) => $"dev.{device}.{counter}";
}
