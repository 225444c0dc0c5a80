using System.Globalization;
using System.Text;
using Weir.Probing.Dns.Wire;

namespace Weir.Probing.Dns;

/// <summary>
/// Names in presentation form (RFC 1035 section 5.1): labels with dots between them, no dot at the end, the root as
/// <c>.</c>; a dot or backslash within a label has a backslash before it, other odd bytes are <c>\DDD</c>.
/// </summary>
public static class DnsName
{
    /// <summary>The root of all names.</summary>
    public const string Root = ".";

    /// <summary>Whether both spell the same name; case does not matter (RFC 4343).</summary>
    public static bool Same(string left, string right)
        => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether <paramref name="name"/> is <paramref name="zone"/> or lies below it.</summary>
    public static bool IsWithin(string name, string zone)
    {
        for (string? at = name; at is not null; at = Parent(at))
        {
            if (Same(at, zone))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name without its first label; null for the root.</summary>
    public static string? Parent(string name)
    {
        if (name == Root)
        {
            return null;
        }

        for (var at = 0; at < name.Length; at++)
        {
            if (name[at] == '\\')
            {
                at++; // The character after a backslash never ends a label; the digits of \DDD do not either.
            }
            else if (name[at] == '.')
            {
                return name[(at + 1)..];
            }
        }

        return Root;
    }

    /// <summary>The name as it goes on the wire (RFC 1035 section 3.1).</summary>
    /// <param name="name">The name; a dot at its end is allowed.</param>
    /// <returns>The bytes; null where a label or the name is too long, empty or not spelled properly.</returns>
    public static byte[]? TryEncode(string name)
    {
        if (name == Root)
        {
            return [0];
        }

        var wire = new List<byte>(name.Length + 2);
        var label = new List<byte>(WireLimits.LabelBytes);
        for (var at = 0; at < name.Length;)
        {
            if (name[at] == '.')
            {
                if (!TryEndLabel(wire, label))
                {
                    return null;
                }

                at++;
            }
            else if (!TryReadByte(name, ref at, label))
            {
                return null;
            }
        }

        if (label.Count > 0 && !TryEndLabel(wire, label))
        {
            return null;
        }

        wire.Add(0);
        return wire.Count is > 1 and <= WireLimits.NameBytes ? [.. wire] : null;
    }

    /// <summary>Adds one byte of a label in presentation form.</summary>
    internal static void AppendByte(StringBuilder text, byte value)
    {
        switch ((char)value)
        {
            case '.' or '\\':
                text.Append('\\').Append((char)value);
                break;
            case > ' ' and <= '~':
                text.Append((char)value);
                break;
            default:
                text.Append('\\').Append(value.ToString("D3", CultureInfo.InvariantCulture));
                break;
        }
    }

    private static bool TryEndLabel(List<byte> wire, List<byte> label)
    {
        if (label.Count is 0 or > WireLimits.LabelBytes || wire.Count > WireLimits.NameBytes)
        {
            return false;
        }

        wire.Add((byte)label.Count);
        wire.AddRange(label);
        label.Clear();
        return true;
    }

    private static bool TryReadByte(string name, ref int at, List<byte> label)
    {
        var escaped = name[at] == '\\';
        var first = at + (escaped ? 1 : 0);
        if (first >= name.Length || name[first] > '~' || label.Count > WireLimits.LabelBytes)
        {
            return false;
        }

        if (!escaped || !char.IsAsciiDigit(name[first]))
        {
            label.Add((byte)name[first]);
            at = first + 1;
            return true;
        }

        at = first + 3;
        if (at > name.Length
            || !byte.TryParse(name.AsSpan(first, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        label.Add(value);
        return true;
    }
}
