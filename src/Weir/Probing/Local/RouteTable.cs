using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Numerics;

namespace Weir.Probing.Local;

/// <summary>Reads the routing tables as Linux prints them. Rows that cannot be read are left out.</summary>
public static class RouteTable
{
    /// <summary>Rows kept of a table; a router with the whole Internet in its table must not fill our memory.</summary>
    public const int MaxRows = 10_000;

    private const int Up = 0x1;
    private const int ViaGateway = 0x2;
    private const int Reject = 0x200;

    /// <summary>
    /// Reads <c>/proc/net/route</c>: a line of headings, then columns with addresses as hexadecimal numbers in the
    /// byte order of the machine.
    /// </summary>
    public static IReadOnlyList<Route> ParseV4(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.Split('\n').Skip(1).Take(MaxRows).Select(ParseV4Row).OfType<Route>()];
    }

    /// <summary>
    /// Reads <c>/proc/net/ipv6_route</c>: no headings; destination, length, source, length, next hop, metric, two
    /// counters, flags, interface.
    /// </summary>
    public static IReadOnlyList<Route> ParseV6(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.Split('\n').Take(MaxRows).Select(ParseV6Row).OfType<Route>()];
    }

    private static Route? ParseV4Row(string line)
    {
        var cells = line.Split((char[])['\t', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (cells.Length < 8
            || !TryHex(cells[1], out var destination)
            || !TryHex(cells[2], out var gateway)
            || !TryHex(cells[3], out var flags)
            || !long.TryParse(cells[6], CultureInfo.InvariantCulture, out var metric)
            || !TryHex(cells[7], out var mask)
            || (flags & Up) == 0)
        {
            return null;
        }

        var next = (flags & ViaGateway) != 0 ? V4(gateway) : null;
        return new Route(
            V4(destination), BitOperations.PopCount(mask), next, cells[0], metric, (flags & Reject) != 0);
    }

    private static Route? ParseV6Row(string line)
    {
        var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (cells.Length < 10
            || !TryV6(cells[0], out var destination)
            || !TryHex(cells[1], out var length)
            || length > 128
            || !TryV6(cells[4], out var gateway)
            || !TryHex(cells[5], out var metric)
            || !TryHex(cells[8], out var flags)
            || (flags & (Up | Reject)) == 0)
        {
            return null;
        }

        var next = (flags & ViaGateway) != 0 ? gateway : null;
        return new Route(destination, (int)length, next, cells[9], metric, (flags & Reject) != 0);
    }

    private static bool TryHex(string text, out uint value)
        => uint.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);

    private static IPAddress V4(uint asPrinted)
    {
        var bytes = new byte[4];
        if (BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, asPrinted);
        }
        else
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes, asPrinted);
        }

        return new IPAddress(bytes);
    }

    private static bool TryV6(string text, out IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        var whole = text.Length == 32
            && Convert.FromHexString(text, bytes, out _, out var written) == System.Buffers.OperationStatus.Done
            && written == 16;
        address = whole ? new IPAddress(bytes) : IPAddress.IPv6None;
        return whole;
    }
}
