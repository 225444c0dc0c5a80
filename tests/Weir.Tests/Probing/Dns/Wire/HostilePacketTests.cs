using FsCheck;
using FsCheck.Fluent;
using Weir.Probing.Dns;
using Weir.Probing.Dns.Wire;
using Weir.Tests.Kit;

namespace Weir.Tests.Probing.Dns.Wire;

public sealed class HostilePacketTests
{
    private static readonly Question Asked = new("www.test", RecordType.A);

    private static readonly AskedQuery Query = new(QueryWriter.Write(new DnsQuery(7, Asked)), OverTcp: false);

    private static readonly byte[] Good = DnsReply.To(Query)
        .Answer("www.test", DnsReply.Cname, [4, (byte)'s', (byte)'h', (byte)'o', (byte)'p', 0xC0, 16])
        .Address("shop.test", "192.0.2.10")
        .Answer("shop.test", DnsReply.Txt, [3, (byte)'a', (byte)'b', (byte)'c'])
        .Authority("test", DnsReply.Soa, DnsReply.SoaData("ns1.test", "host.test", 1))
        .Edns((7, "expired"))
        .Bytes();

    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    [Fact]
    public void Random_bytes_are_a_message_or_a_fault()
        => Prop.ForAll<byte[]>(IsMessageOrFault).Check(Thorough);

    [Fact]
    public void Random_bytes_behind_a_good_header_are_a_message_or_a_fault()
        => Prop.ForAll<byte[]>(tail => IsMessageOrFault([.. Good[..12], .. tail])).Check(Thorough);

    [Fact]
    public void A_good_packet_with_changed_bytes_is_a_message_or_a_fault()
        => Prop.ForAll<(int At, byte Value)[]>(changes =>
        {
            var bytes = Good.ToArray();
            foreach (var (at, value) in changes)
            {
                bytes[Place(at, bytes.Length)] = value;
            }

            return IsMessageOrFault(bytes);
        }).Check(Thorough);

    [Fact]
    public void A_good_packet_with_inserted_bytes_is_a_message_or_a_fault()
        => Prop.ForAll<int, byte[]>((at, more) =>
        {
            var place = Place(at, Good.Length);
            return IsMessageOrFault([.. Good[..place], .. more, .. Good[place..]]);
        }).Check(Thorough);

    [Fact]
    public void A_packet_cut_anywhere_before_its_end_is_a_fault()
        => Assert.All(
            Enumerable.Range(0, Good.Length),
            length => Assert.NotNull(MessageReader.Read(Good.AsSpan(0, length)).Fault));

    [Fact]
    public void The_largest_packet_full_of_pointers_is_a_fault()
    {
        // Every byte pair points a little back: the dearest packet for a reader without limits.
        var bytes = new byte[65_535];
        Good[..12].CopyTo(bytes, 0);
        (bytes[6], bytes[7]) = (8, 0);
        for (var at = 12; at + 1 < bytes.Length; at += 2)
        {
            var target = Math.Max(Math.Min(at, 0x3FFF) - 2, 0);
            (bytes[at], bytes[at + 1]) = ((byte)(0xC0 | (target >> 8)), (byte)target);
        }

        Assert.NotNull(MessageReader.Read(bytes).Fault);
    }

    [Fact]
    public void A_name_that_was_read_can_be_asked_for()
        => Prop.ForAll<NonEmptyArray<byte>>(label =>
        {
            byte[] bytes = [.. label.Get.Take(63)];
            byte[] wire = [(byte)bytes.Length, .. bytes, 4, .. "test"u8, 0];
            var message = MessageReader.Read(DnsReply.To(Query).Answer("a", DnsReply.Cname, wire).Bytes()).Message;
            return DnsName.TryEncode(((AliasRecord)message!.Answers[0]).Target)!.SequenceEqual(wire);
        }).Check(Thorough);

    private static bool IsMessageOrFault(byte[] bytes)
    {
        var reading = MessageReader.Read(bytes);
        if (reading.Message is { } message)
        {
            // What is made of a message must not trip over it either.
            AliasChain.Follow(Asked, message.Answers);
            AnswerReader.Judge(Asked, message, recursive: true);
        }

        return reading.Message is null != reading.Fault is null;
    }

    private static int Place(int at, int length) => (int)((uint)at % length);
}
