using Weir.Probing.Tcp;

namespace Weir.Probing.Readings;

/// <summary>What connecting met, in words for people.</summary>
internal static class ConnectWords
{
    /// <summary>A whole attempt: what came back, from whom, after what time.</summary>
    public static string Of(ConnectAttempt attempt) => attempt switch
    {
        { Silent: true } => $"did not answer within {Words.Time(attempt.Took)}: neither a connection nor a refusal",
        { NeighbourSilent: true } => $"cannot be reached: nobody on the local network answers for it ({Sign(attempt)})",
        { Icmp: { } icmp } => $"was answered for by {icmp.Sender}: {icmp.Name} ({Sign(attempt)})",
        { Errno: Errno.ECONNREFUSED } => $"refused the connection at once ({Sign(attempt)}, a reset)",
        { NoSourceAddress: true } => $"cannot be reached: this machine has no address of that kind ({Sign(attempt)})",
        _ => $"cannot be connected to ({Sign(attempt)})",
    };

    /// <summary>One outcome's symbol in words.</summary>
    public static string Outcome(string outcome) => outcome switch
    {
        "connected" => "connected",
        "silent" => "without an answer",
        "ECONNREFUSED" => "refused",
        "EHOSTUNREACH" or "ENETUNREACH" => "unreachable",
        _ => outcome,
    };

    private static string Sign(ConnectAttempt attempt) => $"{attempt.Outcome} after {Words.Time(attempt.Took)}";
}
