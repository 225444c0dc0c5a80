using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace Weir.Probing.Dns.Wire;

/// <summary>Reads resource records (RFC 1035 section 4.1.3).</summary>
internal static class RecordReader
{
    private const ushort ClassInternet = 1;
    private const int Ipv4Bytes = 4;
    private const int Ipv6Bytes = 16;

    /// <summary>Reads one record that is not the EDNS record, and leaves the cursor behind it.</summary>
    public static DnsRecord Read(ref PacketReader reader, in RecordHead head)
    {
        var end = reader.Offset + head.DataBytes;
        if (reader.Fault is null && head.DataBytes > reader.Remaining)
        {
            reader.Fail(MessageFault.CutShort);
        }

        var record = head.Class == ClassInternet ? ReadKnown(ref reader, head) : ReadRaw(ref reader, head);
        if (reader.Offset != end)
        {
            reader.Fail(MessageFault.RecordData);
        }

        return record;
    }

    private static DnsRecord ReadKnown(ref PacketReader reader, in RecordHead head)
    {
        if (head.Type == RecordType.A)
        {
            return new AddressRecord(head.Name, head.Type, head.TimeToLive, ReadAddress(ref reader, Ipv4Bytes));
        }

        if (head.Type == RecordType.Aaaa)
        {
            return new AddressRecord(head.Name, head.Type, head.TimeToLive, ReadAddress(ref reader, Ipv6Bytes));
        }

        if (head.Type == RecordType.Cname)
        {
            return new AliasRecord(head.Name, head.TimeToLive, NameReader.Read(ref reader));
        }

        if (head.Type == RecordType.Ns)
        {
            return new NameServerRecord(head.Name, head.TimeToLive, NameReader.Read(ref reader));
        }

        if (head.Type == RecordType.Soa)
        {
            return ReadAuthority(ref reader, head);
        }

        return head.Type == RecordType.Txt ? ReadText(ref reader, head) : ReadRaw(ref reader, head);
    }

    private static IPAddress ReadAddress(ref PacketReader reader, int count)
        => reader.Bytes(count) is { Length: > 0 } bytes ? new IPAddress(bytes) : IPAddress.Any;

    private static AuthorityRecord ReadAuthority(ref PacketReader reader, in RecordHead head) => new(
        head.Name,
        head.TimeToLive,
        PrimaryServer: NameReader.Read(ref reader),
        Responsible: NameReader.Read(ref reader),
        Serial: reader.UInt32(),
        Refresh: reader.Seconds(),
        Retry: reader.Seconds(),
        Expire: reader.Seconds(),
        Minimum: reader.Seconds());

    private static TextRecord ReadText(ref PacketReader reader, in RecordHead head)
    {
        var end = reader.Offset + head.DataBytes;
        var strings = new List<string>();
        while (reader.Fault is null && reader.Offset < end)
        {
            strings.Add(Printable(reader.Bytes(reader.Byte())));
        }

        return new TextRecord(head.Name, head.TimeToLive, strings);
    }

    private static RawRecord ReadRaw(ref PacketReader reader, in RecordHead head) => new(
        head.Name,
        head.Type,
        head.TimeToLive,
        head.Class,
        ImmutableArray.Create(reader.Bytes(head.DataBytes)));

    private static string Printable(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var value in bytes)
        {
            if (value is (byte)' ' or (byte)'.')
            {
                text.Append((char)value);
            }
            else
            {
                DnsName.AppendByte(text, value);
            }
        }

        return text.ToString();
    }
}
