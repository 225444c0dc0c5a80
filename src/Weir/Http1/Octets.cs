using System.Buffers;

namespace Weir.Http1;

/// <summary>The bytes of the grammar, as sets that are searched several at a time.</summary>
internal static class Octets
{
    public const byte Tab = (byte)'\t';
    public const byte LineFeed = (byte)'\n';
    public const byte CarriageReturn = (byte)'\r';
    public const byte Space = (byte)' ';
    public const byte Delete = 0x7F;

    /// <summary>tchar of RFC 9110 section 5.6.2.</summary>
    public static readonly SearchValues<byte> Token = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    /// <summary>What no field value may hold: every control byte but the tab (RFC 9110 section 5.5).</summary>
    public static readonly SearchValues<byte> Control = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(value => value != Tab).Append(Delete).Select(value => (byte)value)]);

    /// <summary>What a request target may hold: visible ASCII without the fragment sign.</summary>
    public static readonly SearchValues<byte> Target = SearchValues.Create(
        [.. Enumerable.Range(0x21, 0x7F - 0x21).Where(value => value != '#').Select(value => (byte)value)]);

    /// <summary>reg-name, and the brackets and colons of an IP literal (RFC 3986 section 3.2.2).</summary>
    public static readonly SearchValues<byte> HostName = SearchValues.Create(
        "-._~%!$&'()*+,;=0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    /// <summary>The inside of an IP literal: IPv6 with an optional zone, or a future form.</summary>
    public static readonly SearchValues<byte> IpLiteral = SearchValues.Create(
        "-._~%:0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    /// <summary>SP or HTAB.</summary>
    public static bool IsBlank(byte value) => value is Space or Tab;

    /// <summary><paramref name="text"/> without SP and HTAB at both ends.</summary>
    public static ReadOnlySpan<byte> TrimBlanks(ReadOnlySpan<byte> text) => text.Trim(" \t"u8);
}
