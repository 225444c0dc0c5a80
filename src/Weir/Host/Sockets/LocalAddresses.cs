using System.Globalization;
using System.Net;

namespace Weir.Host.Sockets;

/// <summary>The addresses that a network namespace has itself: whose an address is.</summary>
public static class LocalAddresses
{
    /// <summary>Addresses kept: a host of containers has some thousands.</summary>
    private const int MaxAddresses = 10_000;

    private const int AddressLetters = 32;

    /// <summary>Reads them; IPv4 from the routing trie, IPv6 from <c>if_inet6</c>, if there is IPv6.</summary>
    public static Reading<IReadOnlyList<IPAddress>> Read(NetworkSeat seat)
    {
        ArgumentNullException.ThrowIfNull(seat);
        var v6 = seat.Text("if_inet6").Select(ParseV6).Or([]);
        return seat.Text("fib_trie").Select(ParseV4)
            .Select<IReadOnlyList<IPAddress>>(v4 => [.. v4.Concat(v6).Take(MaxAddresses)]);
    }

    /// <summary>
    /// The trie has a line <c>|-- ADDRESS</c>, and below it <c>/32 host LOCAL</c> for what is our own.
    /// </summary>
    internal static IReadOnlyList<IPAddress> ParseV4(string text)
    {
        var found = new List<IPAddress>();
        IPAddress? last = null;
        foreach (var line in KernelText.Lines(text).Select(line => line.Trim()))
        {
            if (line.StartsWith("|-- ", StringComparison.Ordinal))
            {
                last = IPAddress.TryParse(line.AsSpan(4), out var address) ? address : null;
            }
            else if (last is not null && line == "/32 host LOCAL" && !found.Contains(last))
            {
                found.Add(last); // Each stands twice: in the main table and in the local one.
            }
        }

        return found;
    }

    /// <summary>Rows of <c>ADDRESS INDEX LENGTH SCOPE FLAGS NAME</c>, the address as 32 hexadecimal digits.</summary>
    internal static IReadOnlyList<IPAddress> ParseV6(string text)
        => [.. KernelText.Lines(text).Select(AddressOf).OfType<IPAddress>()];

    private static IPAddress? AddressOf(string line)
    {
        var letters = line.Split(' ', 2)[0];
        return letters.Length == AddressLetters
            && UInt128.TryParse(letters, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits)
                ? new IPAddress(BytesOf(bits))
                : null;
    }

    private static byte[] BytesOf(UInt128 bits)
    {
        var bytes = new byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, bits);
        return bytes;
    }
}
