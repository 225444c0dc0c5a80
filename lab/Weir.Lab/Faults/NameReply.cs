using System.Net;
using System.Net.Sockets;

namespace Weir.Lab.Faults;

/// <summary>What a faulty name server does with one question. Immutable.</summary>
public sealed record NameReply
{
    private const int LifeSeconds = 60;
    private const int FormatErrorCode = 1;
    private const int ServerFailureCode = 2;
    private const int NoSuchNameCode = 3;
    private const int RefusedCode = 5;

    // Null is silence.
    private readonly Func<ReceivedQuestion, byte[]?> _answer;

    private NameReply(string name, Func<ReceivedQuestion, byte[]?> answer) => (Name, _answer) = (name, answer);

    /// <summary>The verb, for reports of a scenario.</summary>
    public string Name { get; }

    internal TimeSpan Delay { get; private init; }

    /// <summary>
    /// The addresses of the family that was asked for, with a life of 60 s; none of that family is NODATA.
    /// </summary>
    public static NameReply Addresses(params string[] addresses) => Addresses(LifeSeconds, addresses);

    /// <summary>The same with a life (TTL) of <paramref name="seconds"/>.</summary>
    public static NameReply Addresses(int seconds, params string[] addresses)
    {
        IPAddress[] all = [.. addresses.Select(IPAddress.Parse)];
        return new("addresses", question => NamePacket.Answer(question, 0, false, Records(question, all, seconds)));
    }

    /// <summary>An alias (CNAME) to <paramref name="target"/> and nothing else.</summary>
    public static NameReply Alias(string target)
        => new("alias", question => NamePacket.Answer(question, 0, false, NamePacket.Alias(target, LifeSeconds)));

    /// <summary>The name does not exist (NXDOMAIN).</summary>
    public static NameReply NoSuchName() => Code("nxdomain", NoSuchNameCode);

    /// <summary>The server failed (SERVFAIL).</summary>
    public static NameReply ServerFailure() => Code("servfail", ServerFailureCode);

    /// <summary>The server refuses to say (REFUSED).</summary>
    public static NameReply Refused() => Code("refused", RefusedCode);

    /// <summary>The server does not understand (FORMERR).</summary>
    public static NameReply FormatError() => Code("formerr", FormatErrorCode);

    /// <summary>The name exists and has no such record (NODATA).</summary>
    public static NameReply NoData() => Code("nodata", 0);

    /// <summary>No answer at all; over TCP the connection stays open.</summary>
    public static NameReply Silence() => new("silence", _ => null);

    /// <summary>Over UDP empty and marked as truncated (RFC 1035, 4.1.1: TC), over TCP the addresses.</summary>
    public static NameReply Truncated(params string[] addresses)
    {
        var whole = Addresses(addresses);
        return new("truncated", question => question.OverTcp
            ? whole._answer(question)
            : NamePacket.Answer(question, 0, truncated: true));
    }

    /// <summary>Addresses under an identifier that was not asked with; a resolver must ignore it.</summary>
    public static NameReply WrongIdentifier(params string[] addresses)
    {
        var right = Addresses(addresses);
        return new("wrong-identifier", question => Spoil(right._answer(question)!));
    }

    /// <summary>Bytes that are no DNS message.</summary>
    public static NameReply Garbage(Random random, int count = 64)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return new("garbage", _ => bytes);
    }

    /// <summary>Any bytes; over TCP they follow a right length.</summary>
    public static NameReply Bytes(Func<ReceivedQuestion, byte[]> answer) => new("bytes", answer);

    /// <summary>The same after a delay.</summary>
    public NameReply After(TimeSpan delay) => this with { Delay = delay };

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal byte[]? Answer(ReceivedQuestion question) => _answer(question);

    private static NameReply Code(string name, int code)
        => new(name, question => NamePacket.Answer(question, code, truncated: false));

    private static byte[][] Records(ReceivedQuestion question, IPAddress[] all, int seconds)
    {
        AddressFamily? family = question.Type switch
        {
            NamePacket.TypeA => AddressFamily.InterNetwork,
            NamePacket.TypeAaaa => AddressFamily.InterNetworkV6,
            _ => null,
        };
        return [.. all.Where(one => one.AddressFamily == family).Select(one => NamePacket.Address(one, seconds))];
    }

    private static byte[] Spoil(byte[] packet)
    {
        packet[0] ^= 0xFF;
        return packet;
    }
}
