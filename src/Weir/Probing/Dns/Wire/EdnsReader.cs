using System.Text;

namespace Weir.Probing.Dns.Wire;

/// <summary>Reads the EDNS record (RFC 6891 section 6.1) and the extended errors in it (RFC 8914 section 2).</summary>
internal static class EdnsReader
{
    private const ushort ExtendedErrorOption = 15;
    private const int InfoCodeBytes = 2;
    private const int CodeShift = 24;
    private const int HeaderCodeBits = 4;

    /// <summary>The eight bits of the response code that stand above the header's four.</summary>
    public static int UpperCode(in RecordHead head) => (int)(head.Life >> CodeShift) << HeaderCodeBits;

    /// <summary>Reads the options and leaves the cursor behind the record.</summary>
    public static List<ExtendedError> Read(ref PacketReader reader, in RecordHead head)
    {
        var end = reader.Offset + head.DataBytes;
        var errors = new List<ExtendedError>();
        if (head.Name != DnsName.Root)
        {
            reader.Fail(MessageFault.BadEdns);
        }

        while (reader.Fault is null && reader.Offset < end)
        {
            var option = reader.UInt16();
            var data = reader.Bytes(reader.UInt16());
            if (reader.Offset > end || (option == ExtendedErrorOption && data.Length < InfoCodeBytes))
            {
                reader.Fail(MessageFault.BadEdns);
            }
            else if (option == ExtendedErrorOption)
            {
                errors.Add(new ExtendedError((ushort)((data[0] << 8) | data[1]), Words(data[InfoCodeBytes..])));
            }
        }

        return errors;
    }

    // The text goes to a terminal in the end: control characters would let a server write over the report.
    private static string Words(ReadOnlySpan<byte> utf8)
    {
        var text = new StringBuilder(Encoding.UTF8.GetString(utf8.TrimEnd((byte)0)));
        text.Length = Math.Min(text.Length, WireLimits.ExtendedTextCharacters);
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsControl(text[at]))
            {
                text[at] = '\uFFFD';
            }
        }

        return text.ToString();
    }
}
