using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Weir.Host.Firewall;

/// <summary>Addresses from one to another, both included.</summary>
/// <param name="First">The lowest.</param>
/// <param name="Last">The highest, of the same family.</param>
public sealed record AddressSpan(IPAddress First, IPAddress Last)
{
    /// <summary>Whether an address is one of them; those of the other family are not.</summary>
    public bool Holds(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == First.AddressFamily
            && Value(plain) >= Value(First)
            && Value(plain) <= Value(Last);
    }

    /// <summary>
    /// Reads an address, <c>ADDRESS/LENGTH</c>, <c>ADDRESS/MASK</c> or <c>FIRST-LAST</c>; null for anything else.
    /// </summary>
    public static AddressSpan? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Split('-') is [var from, var to])
        {
            return IPAddress.TryParse(from, out var first) && IPAddress.TryParse(to, out var last)
                && first.AddressFamily == last.AddressFamily ? new AddressSpan(first, last) : null;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return !IPAddress.TryParse(slash < 0 ? text : text[..slash], out var address) ? null
            : slash < 0 ? new AddressSpan(address, address)
            : LengthOf(text[(slash + 1)..]) is { } length ? Of(address, length)
            : null;
    }

    /// <summary>The network of an address; null when the length is longer than an address.</summary>
    public static AddressSpan? Of(IPAddress address, int length)
    {
        ArgumentNullException.ThrowIfNull(address);
        var bits = address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
        if (length < 0 || length > bits)
        {
            return null;
        }

        var bytes = address.GetAddressBytes();
        var last = (byte[])bytes.Clone();
        for (var bit = length; bit < bits; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
            last[bit / 8] |= (byte)(0x80 >> (bit % 8));
        }

        return new AddressSpan(new IPAddress(bytes), new IPAddress(last));
    }

    /// <inheritdoc/>
    public override string ToString() => First.Equals(Last) ? First.ToString() : $"{First}-{Last}";

    private static int? LengthOf(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            return length;
        }

        // A mask with holes is allowed by iptables and used by nobody; it cannot be told as a span.
        var mask = IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetwork
            ? (uint?)BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes())
            : null;
        return mask is { } bits && (~bits & (~bits + 1)) == 0 ? System.Numerics.BitOperations.PopCount(bits) : null;
    }

    private static UInt128 Value(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        address.TryWriteBytes(address.AddressFamily == AddressFamily.InterNetwork ? bytes[12..] : bytes, out _);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
