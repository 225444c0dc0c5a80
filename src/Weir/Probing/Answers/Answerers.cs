using Weir.Vocabulary;

namespace Weir.Probing.Answers;

/// <summary>Tells who answered, by the marks that each piece of software leaves in its answers.</summary>
public static class Answerers
{
    /// <summary>The weight from which a piece of software counts as recognised.</summary>
    private const int Enough = 3;

    /// <summary>What its own header fields add to a body that is a weak sign alone (an empty one).</summary>
    private const int HeadHelps = 2;

    /// <summary>
    /// Who handed the answer over, whether it made it, and what the answer says went wrong; null where no software is
    /// recognised. The marks in the body tell the writer, those in the head the last hop; the stronger sum wins.
    /// </summary>
    public static Answerer? Identify(AnsweredPage page)
    {
        var view = new PageView(page);
        var writer = Writer(view);
        var passer = FingerprintTable.All.FirstOrDefault(print => view.Sum(print.PassesOn) >= Enough);
        var speaker = passer ?? Speaker(view, writer) ?? writer;
        if (speaker is null)
        {
            return null;
        }

        var (means, words) = Named.By(view, writer ?? speaker);
        var version = speaker == writer && !view.Values("Server").Any()
            ? view.VersionInBody(speaker.VersionAfter)
            : view.VersionInFields(speaker.VersionAfter);
        var writerVersion = writer is null ? null : view.VersionInBody(writer.VersionAfter);
        var made = means is [Failure.UpstreamError] || passer is not null || view.PassedOnByStatus()
            ? false
            : Made(view, speaker, version, writer, writerVersion);
        return new(speaker.Software, version ?? (speaker == writer ? writerVersion : null), speaker.Role, made,
            writer?.Software, writerVersion, means, words, Signs(view, speaker, writer));
    }

    private static Fingerprint? Writer(PageView view) => Best(view, print =>
    {
        var body = view.Sum(print.Writes);
        return body == 0 ? 0 : body + Math.Min(HeadHelps, view.Sum(print.Speaks));
    });

    // Where the head fits the writer as well as another, nothing says that there is another.
    private static Fingerprint? Speaker(PageView view, Fingerprint? writer)
    {
        var best = Best(view, print => view.Sum(print.Speaks));
        return best is not null && writer is not null && view.Sum(writer.Speaks) >= view.Sum(best.Speaks)
            ? writer
            : best;
    }

    private static Fingerprint? Best(PageView view, Func<Fingerprint, int> weigh)
    {
        var best = FingerprintTable.All.Select(print => (Print: print, Weight: weigh(print)))
            .MaxBy(scored => scored.Weight);
        return best.Weight >= Enough ? best.Print : null;
    }

    private static bool? Made(
        PageView view, Fingerprint speaker, string? version, Fingerprint? writer, string? writerVersion)
    {
        if (writer is not null)
        {
            // Two of a kind in a row show themselves where their versions differ.
            return writer == speaker && (version is null || writerVersion is null || version == writerVersion);
        }

        return speaker.Role switch
        {
            AnswererRole.ApplicationServer or AnswererRole.Framework => true,
            _ when ApplicationSigns.In(view) || (speaker.WritesMarkupOnly && view.HasPlainWords) => false,
            _ => null,
        };
    }

    private static IReadOnlyList<string> Signs(PageView view, Fingerprint speaker, Fingerprint? writer)
        =>
        [
            .. (writer?.Writes ?? []).Concat(speaker.Speaks).Concat(speaker.PassesOn)
                .Where(view.Has).OrderByDescending(mark => mark.Weight).Select(mark => mark.ToString()).Distinct(),
        ];
}
