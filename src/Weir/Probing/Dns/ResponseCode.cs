using System.Globalization;

namespace Weir.Probing.Dns;

/// <summary>
/// The response code of a DNS answer: four bits of the header (RFC 1035 section 4.1.1), with eight more above them
/// where the answer carries EDNS (RFC 6891 section 6.1.3).
/// </summary>
/// <param name="Value">The whole code, 0 to 4095.</param>
public readonly record struct ResponseCode(ushort Value)
{
    /// <summary>No error. An answer without records is then NODATA.</summary>
    public static ResponseCode NoError { get; } = new(0);

    /// <summary>FORMERR: the server did not understand the query.</summary>
    public static ResponseCode FormatError { get; } = new(1);

    /// <summary>SERVFAIL: the server could not get an answer.</summary>
    public static ResponseCode ServerFailure { get; } = new(2);

    /// <summary>NXDOMAIN: the name does not exist.</summary>
    public static ResponseCode NameNotFound { get; } = new(3);

    /// <summary>NOTIMP: the server does not do this kind of query.</summary>
    public static ResponseCode NotImplemented { get; } = new(4);

    /// <summary>REFUSED: the server will not answer this client, or not for this name.</summary>
    public static ResponseCode Refused { get; } = new(5);

    /// <summary>The mnemonic of the registry, or <c>RCODE11</c> where this list has none.</summary>
    public override string ToString() => Value switch
    {
        0 => "NOERROR",
        1 => "FORMERR",
        2 => "SERVFAIL",
        3 => "NXDOMAIN",
        4 => "NOTIMP",
        5 => "REFUSED",
        6 => "YXDOMAIN",
        9 => "NOTAUTH",
        10 => "NOTZONE",
        16 => "BADVERS",
        23 => "BADCOOKIE",
        _ => string.Create(CultureInfo.InvariantCulture, $"RCODE{Value}"),
    };
}
