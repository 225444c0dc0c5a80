using System.Text;

namespace Weir.Http1;

/// <summary>Recognises the names of <see cref="KnownField"/>, whatever their case.</summary>
internal static class KnownFields
{
    /// <summary>The field that <paramref name="name"/> names; the length chooses the one comparison.</summary>
    public static KnownField Of(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 => When(name, "te"u8, KnownField.Te),
        4 => When(name, "host"u8, KnownField.Host),
        6 => When(name, "expect"u8, KnownField.Expect),
        7 => (name[0] | 0x20) == 't'
            ? When(name, "trailer"u8, KnownField.Trailer)
            : When(name, "upgrade"u8, KnownField.Upgrade),
        10 => (name[0] | 0x20) == 'c'
            ? When(name, "connection"u8, KnownField.Connection)
            : When(name, "keep-alive"u8, KnownField.KeepAlive),
        14 => When(name, "content-length"u8, KnownField.ContentLength),
        16 => (name[0] | 0x20) == 'c'
            ? When(name, "content-encoding"u8, KnownField.ContentEncoding)
            : When(name, "proxy-connection"u8, KnownField.ProxyConnection),
        17 => When(name, "transfer-encoding"u8, KnownField.TransferEncoding),
        _ => KnownField.None,
    };

    private static KnownField When(ReadOnlySpan<byte> name, ReadOnlySpan<byte> expected, KnownField field)
        => Ascii.EqualsIgnoreCase(name, expected) ? field : KnownField.None;
}
