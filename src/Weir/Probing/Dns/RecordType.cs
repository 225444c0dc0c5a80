using System.Globalization;

namespace Weir.Probing.Dns;

/// <summary>
/// The type of a DNS record or question (RFC 1035 section 3.2.2). The registry is open, so this is a number with
/// names for the types that a diagnosis asks for.
/// </summary>
/// <param name="Code">The number on the wire.</param>
public readonly record struct RecordType(ushort Code)
{
    /// <summary>An IPv4 address (RFC 1035).</summary>
    public static RecordType A { get; } = new(1);

    /// <summary>A name server of a zone (RFC 1035).</summary>
    public static RecordType Ns { get; } = new(2);

    /// <summary>An alias of another name (RFC 1035).</summary>
    public static RecordType Cname { get; } = new(5);

    /// <summary>The start of a zone of authority (RFC 1035).</summary>
    public static RecordType Soa { get; } = new(6);

    /// <summary>Free text (RFC 1035).</summary>
    public static RecordType Txt { get; } = new(16);

    /// <summary>An IPv6 address (RFC 3596).</summary>
    public static RecordType Aaaa { get; } = new(28);

    /// <summary>The pseudo-record that carries EDNS (RFC 6891 section 6.1).</summary>
    public static RecordType Opt { get; } = new(41);

    /// <summary>The mnemonic, or <c>TYPE65</c> where this list has none (RFC 3597 section 5).</summary>
    public override string ToString() => Code switch
    {
        1 => "A",
        2 => "NS",
        5 => "CNAME",
        6 => "SOA",
        16 => "TXT",
        28 => "AAAA",
        41 => "OPT",
        _ => string.Create(CultureInfo.InvariantCulture, $"TYPE{Code}"),
    };
}
