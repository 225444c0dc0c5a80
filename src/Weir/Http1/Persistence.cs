using System.Text;

namespace Weir.Http1;

/// <summary>Whether a connection goes on after a message (RFC 9112 section 9.3).</summary>
internal static class Persistence
{
    /// <summary>HTTP/1.1 goes on unless <c>close</c> is said; HTTP/1.0 only where <c>keep-alive</c> is.</summary>
    public static bool Of(ProtocolVersion version, FieldTable fields)
        => !Says(fields, "close"u8) && (version == ProtocolVersion.Http11 || Says(fields, "keep-alive"u8));

    private static bool Says(FieldTable fields, ReadOnlySpan<byte> option)
    {
        var index = -1;
        while ((index = fields.Find(KnownField.Connection, index + 1)) >= 0)
        {
            var list = fields.Value(index);
            foreach (var range in list.Split((byte)','))
            {
                if (Ascii.EqualsIgnoreCase(Octets.TrimBlanks(list[range]), option))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
