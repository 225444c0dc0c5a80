using Weir.Probing.Dns;
using Weir.Probing.Dns.Wire;
using Weir.Tests.Kit;

namespace Weir.Tests.Probing.Dns.Wire;

public sealed class MessageFaultTests
{
    private static readonly AskedQuery Query =
        new(QueryWriter.Write(new DnsQuery(7, new Question("www.test", RecordType.A))), OverTcp: false);

    // The question is at 12: 3www4test0 and four bytes, so the first record begins at 26 and its data at 46.
    private const int RecordData = 46;

    public static TheoryData<MessageFault, byte[]> Faults => new()
    {
        { MessageFault.NoHeader, [0, 7, 0x80] },
        { MessageFault.NotAnAnswer, Query.Bytes },
        { MessageFault.ManyQuestions, Changed(DnsReply.To(Query), 5, 2) },
        { MessageFault.OtherClass, Changed(DnsReply.To(Query), 25, 3) },
        { MessageFault.CutShort, DnsReply.To(Query).Address("www.test", "192.0.2.1").Bytes()[..^1] },
        { MessageFault.CutShort, Changed(DnsReply.To(Query), 7, 1) },
        { MessageFault.TooManyRecords, Changed(DnsReply.To(Query), 6, 9) },
        { MessageFault.LabelKind, Changed(DnsReply.To(Query), 12, 0x80) },
        { MessageFault.PointerLoop, Alias(0xC0, RecordData) },
        { MessageFault.PointerLoop, Alias(0xC0, RecordData + 4) },
        { MessageFault.PointerLoop, Alias(1, (byte)'a', 0xC0, RecordData) },
        { MessageFault.NameTooLong, Alias(LongName(labels: 130)) },
        { MessageFault.RecordData, DnsReply.To(Query).Answer("www.test", DnsReply.A, [1, 2, 3, 4, 5]).Bytes() },
        { MessageFault.RecordData, DnsReply.To(Query).Answer("www.test", DnsReply.A, [1]).Edns().Bytes() },
        { MessageFault.RecordData, DnsReply.To(Query).Answer("www.test", DnsReply.Txt, [9, 1]).Edns().Bytes() },
        { MessageFault.BadEdns, DnsReply.To(Query).Edns().Edns().Bytes() },
        { MessageFault.BadEdns, DnsReply.To(Query).Additional("a", 41, []).Bytes() },
        { MessageFault.BadEdns, Changed(DnsReply.To(Query).Edns((7, "x")), RecordData - 6, 1) },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Every_fault_is_told_by_its_name(MessageFault fault, byte[] packet)
    {
        var reading = MessageReader.Read(packet);

        Assert.Equal(fault, reading.Fault);
        Assert.Null(reading.Message);
    }

    [Fact]
    public void Every_fault_has_a_test_and_words()
    {
        Assert.Equal(Enum.GetValues<MessageFault>(), Faults.Select(row => row.Data.Item1).Distinct().Order());
        Assert.All(Enum.GetValues<MessageFault>(), fault => Assert.NotEmpty(fault.Says()));
    }

    private static byte[] Changed(DnsReply reply, int at, byte value)
    {
        var bytes = reply.Bytes();
        bytes[at] = value;
        return bytes;
    }

    private static byte[] Alias(params byte[] target)
        => DnsReply.To(Query).Answer("www.test", DnsReply.Cname, target).Bytes();

    private static byte[] LongName(int labels)
        => [.. Enumerable.Range(0, labels).SelectMany(_ => (byte[])[1, (byte)'a']), 0];
}
