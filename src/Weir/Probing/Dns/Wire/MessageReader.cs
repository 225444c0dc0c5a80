namespace Weir.Probing.Dns.Wire;

/// <summary>Reads answers. Whatever the bytes are, the result is a value: nothing is thrown.</summary>
public static class MessageReader
{
    private const ushort ClassInternet = 1;

    /// <summary>Reads one answer; bytes behind its last record are ignored.</summary>
    /// <param name="packet">The bytes of one datagram, or of one TCP message without its length.</param>
    public static MessageReading Read(ReadOnlySpan<byte> packet)
    {
        if (packet.Length < WireLimits.HeaderBytes)
        {
            return new(null, null, MessageFault.NoHeader);
        }

        var reader = new PacketReader(packet);
        var header = MessageHeader.From(reader.UInt16(), reader.UInt16());
        var message = ReadBody(ref reader, header);
        return reader.Fault is null ? new(header, message, null) : new(header, null, reader.Fault);
    }

    private static DnsMessage ReadBody(ref PacketReader reader, MessageHeader header)
    {
        var counts = (Questions: reader.UInt16(), Answers: reader.UInt16(), Authority: reader.UInt16(),
            Additional: reader.UInt16());
        if (!header.IsAnswer)
        {
            reader.Fail(MessageFault.NotAnAnswer);
        }

        if (counts.Answers + counts.Authority + counts.Additional > WireLimits.Records)
        {
            reader.Fail(MessageFault.TooManyRecords);
        }

        var question = ReadQuestion(ref reader, counts.Questions);
        var answers = ReadSection(ref reader, counts.Answers);
        var authority = ReadSection(ref reader, counts.Authority);
        var edns = new Edns();
        var additional = ReadAdditional(ref reader, counts.Additional, ref edns);
        return new(header, new ResponseCode((ushort)(edns.UpperCode | header.Code)), question, answers, authority,
            additional, edns.Errors is not null, edns.Errors ?? []);
    }

    private static Question? ReadQuestion(ref PacketReader reader, int count)
    {
        if (count == 0)
        {
            return null;
        }

        if (count > 1)
        {
            reader.Fail(MessageFault.ManyQuestions);
        }

        var question = new Question(NameReader.Read(ref reader), new RecordType(reader.UInt16()));
        if (reader.UInt16() != ClassInternet)
        {
            reader.Fail(MessageFault.OtherClass);
        }

        return question;
    }

    private static List<DnsRecord> ReadSection(ref PacketReader reader, int count)
    {
        var records = new List<DnsRecord>();
        for (var read = 0; read < count && reader.Fault is null; read++)
        {
            var head = RecordHead.Read(ref reader);
            records.Add(RecordReader.Read(ref reader, head));
        }

        return records;
    }

    private static List<DnsRecord> ReadAdditional(ref PacketReader reader, int count, ref Edns edns)
    {
        var records = new List<DnsRecord>();
        for (var read = 0; read < count && reader.Fault is null; read++)
        {
            var head = RecordHead.Read(ref reader);
            if (head.Type != RecordType.Opt)
            {
                records.Add(RecordReader.Read(ref reader, head));
                continue;
            }

            if (edns.Errors is not null)
            {
                reader.Fail(MessageFault.BadEdns);
            }

            edns = new Edns(EdnsReader.UpperCode(head), EdnsReader.Read(ref reader, head));
        }

        return records;
    }

    private readonly record struct Edns(int UpperCode, List<ExtendedError>? Errors);
}
