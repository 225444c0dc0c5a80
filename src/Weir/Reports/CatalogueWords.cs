using System.Collections.Immutable;
using Weir.Diagnosis;
using Weir.Knowledge;
using Weir.Vocabulary;

namespace Weir.Reports;

/// <summary>What the faces of the catalogue of causes have in common: order, and numbers in words.</summary>
internal static class CatalogueWords
{
    private static readonly ImmutableDictionary<string, string> NoPlaces = ImmutableDictionary<string, string>.Empty;

    /// <summary>The text with the names of its placeholders in capitals, as in a manual.</summary>
    public static string Manual(string text) => Placeholders.Fill(text, NoPlaces);

    /// <summary>How often a question is answered with yes, in words.</summary>
    public static string HowOften(double likely) => likely switch
    {
        >= 0.9 => "almost always yes",
        >= 0.65 => "mostly yes",
        >= 0.35 => "yes or no",
        >= 0.1 => "mostly no",
        _ => "almost always no",
    };

    /// <summary>A share in percent, without a tail of zeros.</summary>
    public static string Percent(double share) => $"{share * 100:0.#} %";

    /// <summary>The signs of a cause, those that are nearly always there first.</summary>
    public static IEnumerable<(Observable Observable, Sign Sign)> Signs(CauseKnowledge cause)
        => cause.Signs.OrderByDescending(pair => pair.Value.Likely).ThenBy(pair => pair.Key)
            .Select(pair => (pair.Key, pair.Value));

    /// <summary>The failures that a cause shows as, the likeliest first.</summary>
    public static IEnumerable<(Failure Failure, double Share)> ShowsAs(CauseKnowledge cause)
        => cause.ShowsAs.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key)
            .Select(pair => (pair.Key, pair.Value));

    /// <summary>The causes that a cause brings about, the likeliest first.</summary>
    public static IEnumerable<(string Id, double Share)> BringsAbout(CauseKnowledge cause)
        => cause.BringsAbout.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => (pair.Key, pair.Value));

    /// <summary>The administrator's remedies by product, in the order of the file.</summary>
    public static IEnumerable<IGrouping<Software, string>> Remedies(CauseKnowledge cause)
        => cause.AdminRemedies.GroupBy(remedy => remedy.For, remedy => Manual(remedy.Text));

    /// <summary>The product's name as a heading.</summary>
    public static string Product(Software software)
        => software == Software.Any ? "everywhere" : Spelling.Kebab(software);
}
