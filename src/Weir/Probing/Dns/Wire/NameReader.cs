using System.Text;

namespace Weir.Probing.Dns.Wire;

/// <summary>Reads names with compression (RFC 1035 section 4.1.4).</summary>
internal static class NameReader
{
    private const int PointerBits = 0xC0;

    /// <summary>
    /// Reads one name in presentation form and leaves the cursor behind it. Every pointer has to point before the
    /// labels that led to it, so a loop cannot be built.
    /// </summary>
    public static string Read(ref PacketReader reader)
    {
        var text = new StringBuilder();
        var wireBytes = 1;
        var pointers = 0;
        var segment = reader.Offset;
        int? after = null;
        while (reader.Fault is null)
        {
            var length = reader.Byte();
            switch (length & PointerBits)
            {
                case 0 when length == 0:
                    reader.MoveTo(after ?? reader.Offset);
                    return text.Length == 0 ? DnsName.Root : text.ToString();
                case 0:
                    wireBytes += 1 + length;
                    ReadLabel(ref reader, length, wireBytes, text);
                    break;
                case PointerBits:
                    var target = ((length & ~PointerBits) << 8) | reader.Byte();
                    after ??= reader.Offset;
                    segment = Follow(ref reader, target, segment, ++pointers);
                    break;
                default:
                    reader.Fail(MessageFault.LabelKind);
                    break;
            }
        }

        return DnsName.Root;
    }

    private static void ReadLabel(ref PacketReader reader, int length, int wireBytes, StringBuilder text)
    {
        if (wireBytes > WireLimits.NameBytes)
        {
            reader.Fail(MessageFault.NameTooLong);
            return;
        }

        if (text.Length > 0)
        {
            text.Append('.');
        }

        foreach (var value in reader.Bytes(length))
        {
            DnsName.AppendByte(text, value);
        }
    }

    private static int Follow(ref PacketReader reader, int target, int segment, int pointers)
    {
        if (target >= segment || pointers > WireLimits.Pointers)
        {
            reader.Fail(MessageFault.PointerLoop);
            return segment;
        }

        reader.MoveTo(target);
        return target;
    }
}
