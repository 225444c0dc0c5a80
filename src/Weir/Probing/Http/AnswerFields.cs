using System.Text;
using Weir.Http1;

namespace Weir.Probing.Http;

/// <summary>Makes strings of what the codec hands out as bytes.</summary>
internal static class AnswerFields
{
    /// <summary>Names and values in order and in their original case.</summary>
    public static List<KeyValuePair<string, string>> Read(FieldTable fields)
    {
        var all = new List<KeyValuePair<string, string>>(fields.Count);
        for (var index = 0; index < fields.Count; index++)
        {
            all.Add(KeyValuePair.Create(Text(fields.Name(index)), Text(fields.Value(index))));
        }

        return all;
    }

    /// <summary>One letter a byte (RFC 9110 section 5.5 leaves bytes beyond ASCII without a meaning).</summary>
    public static string Text(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);
}
