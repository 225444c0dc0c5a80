using System.Text;
using Weir.Http1;

namespace Weir.Tests.Http1;

/// <summary>Reads heads from text, and writes what was read as one line that can be compared.</summary>
internal static class Heads
{
    public static byte[] Bytes(string latin1) => Encoding.Latin1.GetBytes(latin1);

    public static string Text(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);

    public static ResponseHead Response(string text, HeadLimits? limits = null)
        => Fed(new ResponseHead(limits ?? HeadLimits.Response), text);

    public static RequestHead Request(string text, HeadLimits? limits = null)
        => Fed(new RequestHead(limits ?? HeadLimits.Request), text);

    public static string Fields(MessageSection section) => string.Join(
        "|",
        Enumerable.Range(0, section.Fields.Count)
            .Select(index => $"{Text(section.Fields.Name(index))}={Text(section.Fields.Value(index))}"));

    public static string Told(MessageSection section)
    {
        // How much was taken before a refusal depends on the pieces, and says nothing.
        var length = section.Status == HeadStatus.Refused ? 0 : section.Length;
        return $"{section.Status} {section.Problem}@{section.ProblemAt} {section.Ugly} {length} {Fields(section)}";
    }

    private static T Fed<T>(T section, string text)
        where T : MessageSection
    {
        section.Feed(Bytes(text), out _);
        return section;
    }
}
