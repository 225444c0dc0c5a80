using Weir.Probing.Dns;
using Weir.Probing.Dns.Wire;
using Weir.Tests.Kit;

namespace Weir.Tests.Probing.Dns.Wire;

public sealed class MessageReaderTests
{
    private static readonly AskedQuery Query =
        new(QueryWriter.Write(new DnsQuery(7, new Question("www.test", RecordType.A))), OverTcp: false);

    [Fact]
    public void All_kinds_of_records_are_read()
    {
        var message = Read(DnsReply.To(Query).Authoritative()
            .Alias("www.test", "shop.test", ttl: 300)
            .Address("shop.test", "192.0.2.10")
            .Address("shop.test", "2001:db8::10")
            .Answer("test", DnsReply.Ns, DnsReply.Name("ns1.test"))
            .Answer("test", DnsReply.Txt, [2, (byte)'h', (byte)'i', 1, 7])
            .Answer("test", 65, [0, 1, 0])
            .Authority("test", DnsReply.Soa, DnsReply.SoaData("ns1.test", "host.test", 2026))
            .Additional("ns1.test", DnsReply.A, [192, 0, 2, 53])
            .Edns());

        Assert.True(message.Header.Authoritative);
        Assert.True(message.HasEdns);
        Assert.Equal("CNAME A AAAA NS TXT TYPE65", string.Join(' ', message.Answers.Select(record => record.Type)));
        Assert.Equal("shop.test", Assert.IsType<AliasRecord>(message.Answers[0]).Target);
        Assert.Equal(TimeSpan.FromMinutes(5), message.Answers[0].TimeToLive);
        Assert.Equal("192.0.2.10", Assert.IsType<AddressRecord>(message.Answers[1]).Address.ToString());
        Assert.Equal("2001:db8::10", Assert.IsType<AddressRecord>(message.Answers[2]).Address.ToString());
        Assert.Equal("ns1.test", Assert.IsType<NameServerRecord>(message.Answers[3]).Target);
        Assert.Equal(["hi", @"\007"], Assert.IsType<TextRecord>(message.Answers[4]).Strings);
        Assert.Equal([0, 1, 0], Assert.IsType<RawRecord>(message.Answers[5]).Data);
        var soa = Assert.IsType<AuthorityRecord>(Assert.Single(message.Authority));
        Assert.Equal(("ns1.test", "host@test", 2026u), (soa.PrimaryServer, soa.Contact, soa.Serial));
        Assert.Equal(TimeSpan.FromSeconds(30), soa.Minimum);
        Assert.Single(message.Additional);
    }

    [Fact]
    public void Extended_errors_are_read_without_control_characters()
    {
        var message = Read(DnsReply.To(Query).Code(2).Edns((7, "sig\u001b[2Jold"), (22, "")));

        Assert.Equal(ResponseCode.ServerFailure, message.Code);
        Assert.Equal(
            [new ExtendedError(7, "sig\uFFFD[2Jold"), new ExtendedError(22, "")], message.ExtendedErrors);
        Assert.True(message.ExtendedErrors[0].IsDnssec);
        Assert.False(message.ExtendedErrors[1].IsDnssec);
    }

    [Fact]
    public void The_extended_bits_of_the_response_code_are_put_above_the_headers()
    {
        var bytes = DnsReply.To(Query).Edns().Bytes();
        bytes[^6] = 1; // The first byte of the TTL field.

        Assert.Equal("BADVERS", MessageReader.Read(bytes).Message?.Code.ToString());
    }

    [Fact]
    public void A_compressed_name_is_put_together()
    {
        byte[] pointed = [3, (byte)'f', (byte)'t', (byte)'p', 0xC0, 16]; // "test" of the question
        var record = Assert.IsType<AliasRecord>(
            Assert.Single(Read(DnsReply.To(Query).Answer("www.test", DnsReply.Cname, pointed)).Answers));

        Assert.Equal("ftp.test", record.Target);
    }

    [Fact]
    public void A_time_to_live_with_the_top_bit_counts_as_zero()
        => Assert.Equal(
            TimeSpan.Zero,
            Read(DnsReply.To(Query).Address("www.test", "192.0.2.1", ttl: -1)).Answers[0].TimeToLive);

    [Fact]
    public void Bytes_behind_the_message_are_ignored()
        => Assert.NotNull(MessageReader.Read([.. DnsReply.To(Query).Bytes(), 1, 2, 3]).Message);

    private static DnsMessage Read(DnsReply reply)
    {
        var reading = MessageReader.Read(reply.Bytes());
        Assert.Null(reading.Fault);
        return reading.Message!;
    }
}
