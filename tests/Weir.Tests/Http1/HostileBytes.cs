using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Weir.Tests.Http1;

/// <summary>Bytes that try everything, and where to cut them.</summary>
internal static class HostileBytes
{
    // Whole words of the protocol among stray bytes, so that the depths of the grammar are reached.
    private static readonly string[] Words =
    [
        "HTTP/1.1 200 OK\r\n", "HTTP/1.0 304 \n", "HTTP/1.1 ", "200", "GET / HTTP/1.1\r\n", "Host: x\r\n", "\r\n",
        "\r\n\r\n", "\n", "\r", " ", "\t", ":", "A: b\r\n", "Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n",
        " folded\r\n", "5\r\nhello\r\n", "0\r\n\r\n", "0", "a", "F", ";x", "\0", "\u007f", "\u00ff", "HT", "GET ",
        "0123456789012345678901234567890123456789",
    ];

    private static readonly Gen<byte[]> Hostile = Gen.OneOf(
        After(string.Empty),
        After("HTTP/1.1 200 OK\r\n"),
        After("GET / HTTP/1.1\r\n"),
        After("5\r\nhello\r\n"),
        Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf());

    public static readonly Arbitrary<(byte[] Bytes, int[] Cuts)> Cut =
        (from bytes in Hostile from cuts in Gen.Choose(1, 9).ArrayOf() select (bytes, cuts)).ToArbitrary();

    private static Gen<byte[]> After(string start)
        => Gen.Elements(Words).ListOf().Select(words => Encoding.Latin1.GetBytes(start + string.Concat(words)));

    public static List<byte[]> Pieces(byte[] bytes, int[] cuts)
    {
        var pieces = new List<byte[]>();
        for (int at = 0, turn = 0; at < bytes.Length; turn++)
        {
            var length = Math.Min(cuts.Length == 0 ? 1 : cuts[turn % cuts.Length], bytes.Length - at);
            pieces.Add(bytes[at..(at + length)]);
            at += length;
        }

        return pieces;
    }

    public static void Holds<T>(Arbitrary<T> samples, Func<T, bool> property)
        => Prop.ForAll(samples, property).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
}
