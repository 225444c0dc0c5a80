using System.Globalization;
using System.Net;

namespace Weir.Host.KernelLog;

/// <summary>A packet as the LOG target of a packet filter writes it down.</summary>
/// <param name="Prefix">What the rule puts before it: <c>[UFW BLOCK]</c>, <c>FINAL_REJECT:</c>.</param>
/// <param name="Inbound">The interface it came in by; null for one that begins here.</param>
/// <param name="Outbound">The interface it was to leave by; null for one that ends here.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Destination">Where it went.</param>
/// <param name="Protocol"><c>TCP</c>, <c>UDP</c>, or a number.</param>
/// <param name="SourcePort">The port it came from; null for protocols without.</param>
/// <param name="DestinationPort">The port it went to.</param>
public sealed record LoggedPacket(
    string Prefix,
    string? Inbound,
    string? Outbound,
    IPAddress Source,
    IPAddress Destination,
    string Protocol,
    int? SourcePort,
    int? DestinationPort)
{
    /// <summary>
    /// Reads <c>PREFIX IN=eth0 OUT= MAC=… SRC=… DST=… … PROTO=TCP SPT=… DPT=… …</c>; null for anything else.
    /// </summary>
    public static LoggedPacket? Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var start = line.IndexOf("IN=", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var cells = KernelText.Cells(line[start..]);
        return IPAddress.TryParse(Value("SRC"), out var source)
            && IPAddress.TryParse(Value("DST"), out var destination)
            && Value("PROTO") is { } protocol
                ? new LoggedPacket(
                    line[..start].Trim(), Value("IN"), Value("OUT"), source, destination, protocol, Port("SPT"),
                    Port("DPT"))
                : null;

        string? Value(string name)
            => cells.FirstOrDefault(cell => cell.StartsWith(name + "=", StringComparison.Ordinal)) is { } cell
                && cell.Length > name.Length + 1
                    ? cell[(name.Length + 1)..]
                    : null;

        int? Port(string name)
            => ushort.TryParse(Value(name), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                ? port
                : null;
    }
}
