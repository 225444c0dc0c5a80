using Weir.Probing.Dns;
using Weir.Probing.Dns.Wire;

namespace Weir.Tests.Probing.Dns.Wire;

public sealed class QueryWriterTests
{
    [Fact]
    public void A_query_has_the_bytes_of_RFC_1035_and_6891()
    {
        byte[] expected =
        [
            0xAB, 0xCD, 0x01, 0x00, 0, 1, 0, 0, 0, 0, 0, 1,
            1, (byte)'a', 4, (byte)'t', (byte)'e', (byte)'s', (byte)'t', 0, 0, 28, 0, 1,
            0, 0, 41, 0x04, 0xD0, 0, 0, 0, 0, 0, 0,
        ];

        Assert.Equal(expected, QueryWriter.Write(new DnsQuery(0xABCD, new Question("a.test", RecordType.Aaaa))));
    }

    [Theory]
    [InlineData(true, false, 0x01, 0x00)]
    [InlineData(false, true, 0x00, 0x10)]
    [InlineData(false, false, 0x00, 0x00)]
    public void The_flags_RD_and_CD_are_set_as_wanted(bool recursion, bool unchecked_, byte second, byte third)
    {
        var bytes = QueryWriter.Write(
            new DnsQuery(1, new Question("a.test", RecordType.A), recursion, unchecked_, Edns: false));

        Assert.Equal(second, bytes[2]);
        Assert.Equal(third, bytes[3]);
        Assert.Equal(0, bytes[11]);
        Assert.Equal(12 + 8 + 4, bytes.Length);
    }

    [Fact]
    public void A_name_that_cannot_be_encoded_is_the_callers_mistake()
        => Assert.Throws<ArgumentException>(
            () => QueryWriter.Write(new DnsQuery(1, new Question("a..test", RecordType.A))));
}
