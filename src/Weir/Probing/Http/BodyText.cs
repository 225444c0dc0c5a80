using System.Text;

namespace Weir.Probing.Http;

/// <summary>The start of a body as text, with its content coding removed.</summary>
/// <param name="Text">At most 64 KiB of it, read as UTF-8.</param>
/// <param name="Coding">What became of the coding.</param>
internal readonly record struct BodyText(string Text, CodingState Coding)
{
    /// <summary>Text shown at most, in bytes: an error page fits, hundreds of exchanges fit in memory.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>Coded content kept for decoding, in bytes: pages are below it, more is read in part.</summary>
    public const int MaxCodedBytes = 1024 * 1024;

    /// <summary>Reads the body.</summary>
    /// <param name="body">What was received.</param>
    /// <param name="codings">The values of Content-Encoding, in order.</param>
    /// <param name="whole">Whether the body ended as announced; only then can its coding be called broken.</param>
    public static BodyText Of(ByteKeeper body, IEnumerable<string> codings, bool whole)
    {
        var names = codings
            .SelectMany(value => value.Split(','))
            .Select(name => name.Trim().ToLowerInvariant())
            .Where(name => name is not ("" or "identity"))
            .ToList();
        if (names.Count == 0 || body.Count == 0)
        {
            return new BodyText(Read(body.Kept.Span), CodingState.None);
        }

        var (content, state) = ContentDecoding.Decode(body.Kept, names, whole && body.HasAll);
        return new BodyText(Read(state == CodingState.Decoded ? content.Span : body.Kept.Span), state);
    }

    // Without flush, so that a letter cut at the end is left out instead of becoming a replacement sign.
    private static string Read(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length, MaxBytes)];
        var letters = new char[Encoding.UTF8.GetMaxCharCount(start.Length)];
        var count = Encoding.UTF8.GetDecoder().GetChars(start, letters, flush: false);
        return new string(letters, 0, count);
    }
}
