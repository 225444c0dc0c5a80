using System.Buffers.Binary;
using System.Net;
using System.Text;

namespace Weir.Tests.Kit;

/// <summary>Builds answers byte by byte, right and wrong ones, without the code under test.</summary>
internal sealed class DnsReply
{
    public const ushort A = 1;
    public const ushort Ns = 2;
    public const ushort Cname = 5;
    public const ushort Soa = 6;
    public const ushort Txt = 16;
    public const ushort Aaaa = 28;

    private readonly List<byte> _records = [];
    private readonly ushort[] _counts = [1, 0, 0, 0];
    private ushort _id;
    private ushort _flags = 0x8000;
    private byte[] _question;

    private DnsReply(AskedQuery query) => (_id, _question) = (query.Id, query.QuestionBytes);

    public static DnsReply To(AskedQuery query) => new(query);

    public DnsReply Code(int code) => With(() => _flags = (ushort)((_flags & 0xFFF0) | code));

    public DnsReply Authoritative() => With(() => _flags |= 0x0400);

    public DnsReply Truncated() => With(() => _flags |= 0x0200);

    public DnsReply Id(int id) => With(() => _id = (ushort)id);

    public DnsReply Question(string name, ushort type) => With(() => _question = [.. Name(name), .. Two(type), 0, 1]);

    public DnsReply WithoutQuestion() => With(() => (_question, _counts[0]) = ([], 0));

    public DnsReply Answer(string name, ushort type, byte[] data, int ttl = 60) => Record(1, name, type, data, ttl);

    public DnsReply Authority(string name, ushort type, byte[] data, int ttl = 60) => Record(2, name, type, data, ttl);

    public DnsReply Additional(string name, ushort type, byte[] data, int ttl = 60) => Record(3, name, type, data, ttl);

    public DnsReply Address(string name, string address, int ttl = 60)
    {
        var data = IPAddress.Parse(address).GetAddressBytes();
        return Answer(name, data.Length == 4 ? A : Aaaa, data, ttl);
    }

    public DnsReply Alias(string name, string target, int ttl = 60) => Answer(name, Cname, Name(target), ttl);

    /// <summary>EDNS with extended errors.</summary>
    public DnsReply Edns(params (ushort Code, string Text)[] errors)
    {
        List<byte> options = [];
        foreach (var (code, text) in errors)
        {
            var words = Encoding.UTF8.GetBytes(text);
            options.AddRange([0, 15, .. Two((ushort)(words.Length + 2)), .. Two(code), .. words]);
        }

        _counts[3]++;
        _records.AddRange([0, 0, 41, 4, 208, 0, 0, 0, 0, .. Two((ushort)options.Count), .. options]);
        return this;
    }

    public byte[] Bytes() =>
        [.. Two(_id), .. Two(_flags), .. _counts.SelectMany(Two), .. _question, .. _records];

    public static byte[] SoaData(string primary, string contact, uint serial) =>
        [.. Name(primary), .. Name(contact), .. Four(serial), .. Four(7200), .. Four(900), .. Four(86400), .. Four(30)];

    public static byte[] Name(string name) =>
        [.. name.Split('.').SelectMany(label => (byte[])[(byte)label.Length, .. Encoding.ASCII.GetBytes(label)]), 0];

    private DnsReply Record(int section, string name, ushort type, byte[] data, int ttl)
    {
        _counts[section]++;
        _records.AddRange([.. Name(name), .. Two(type), 0, 1, .. Four((uint)ttl)]);
        _records.AddRange([.. Two((ushort)data.Length), .. data]);
        return this;
    }

    private DnsReply With(Action change)
    {
        change();
        return this;
    }

    private static byte[] Two(ushort value) => [(byte)(value >> 8), (byte)value];

    private static byte[] Four(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}
