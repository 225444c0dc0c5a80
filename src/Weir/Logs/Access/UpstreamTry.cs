using System.Collections.Immutable;
using System.Text;

namespace Weir.Logs.Access;

/// <summary>One server that nginx tried for a request, from the lists of the <c>$upstream_*</c> variables.</summary>
/// <param name="Address">The server, or the name of the group where none was chosen.</param>
/// <param name="Round">0, and one more after each internal redirect.</param>
/// <param name="Status">
/// The status; nginx writes its own 502 or 504 here when the server gave none. Null where it is not logged.
/// </param>
/// <param name="ConnectSeconds">To connect; a refused connection may have a number too. Null for none.</param>
/// <param name="HeaderSeconds">To the head of the answer; null where none came or it is not logged.</param>
/// <param name="ResponseSeconds">To the end of the answer; null for none.</param>
/// <param name="BytesReceived">What came; null where it is not logged.</param>
public sealed record UpstreamTry(
    string Address, int Round, int? Status, double? ConnectSeconds, double? HeaderSeconds, double? ResponseSeconds,
    long? BytesReceived)
{
    // A group has no more servers than this that one request would try; it bounds a hostile line.
    private const int Most = 64;

    /// <summary>The tries of a line, in order; empty where its format does not carry them or none was made.</summary>
    public static ImmutableArray<UpstreamTry> Of(AccessLine line)
    {
        var addresses = Split(line[AccessField.UpstreamAddress]);
        var statuses = Split(line[AccessField.UpstreamStatus]);
        var connects = Split(line[AccessField.UpstreamConnectTime]);
        var heads = Split(line[AccessField.UpstreamHeaderTime]);
        var answers = Split(line[AccessField.UpstreamResponseTime]);
        var bytes = Split(line[AccessField.UpstreamBytesReceived]);
        return [.. Enumerable.Range(0, Math.Max(addresses.Count, statuses.Count)).Select(at => new UpstreamTry(
            Item(addresses, at), at < addresses.Count ? addresses[at].Round : 0, (int?)Number(statuses, at),
            Number(connects, at), Number(heads, at), Number(answers, at), (long?)Number(bytes, at)))];
    }

    private static string Item(List<(string Text, int Round)> list, int at) => at < list.Count ? list[at].Text : "";

    private static double? Number(List<(string Text, int Round)> list, int at)
        => AccessLine.Number(Encoding.ASCII.GetBytes(Item(list, at)));

    private static List<(string Text, int Round)> Split(ReadOnlySpan<byte> value)
    {
        var list = new List<(string, int)>();
        var round = 0;
        while (!value.IsEmpty && list.Count < Most)
        {
            var comma = value.IndexOf(", "u8);
            var colon = value.IndexOf(" : "u8);
            var isRound = colon >= 0 && (comma < 0 || colon < comma);
            var end = isRound ? colon : comma;
            list.Add((Encoding.UTF8.GetString(end < 0 ? value : value[..end]), round));
            value = end < 0 ? default : value[(end + (isRound ? 3 : 2))..];
            round += isRound ? 1 : 0;
        }

        return list;
    }
}
