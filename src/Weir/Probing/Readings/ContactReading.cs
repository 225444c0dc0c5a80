using System.Text.RegularExpressions;
using Weir.Probing.Checks;

namespace Weir.Probing.Readings;

/// <summary>
/// Whom a visitor can tell: the site's own file of contacts, its page, the one who answers for its zone.
/// </summary>
internal static partial class ContactReading
{
    private const int Most = 4;
    private const int MostCharacters = 120;

    public static IEnumerable<string> Of(SiteView view)
        => SecurityText(view).Concat(Page(view)).Concat(Zone(view))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(Most);

    private static IEnumerable<string> SecurityText(SiteView view)
        => view.Varied(Variation.SecurityText) is { Status: 200, Exchange: { } exchange }
            ? ContactLine().Matches(exchange.BodyStart)
                .Select(match => match.Groups[1].Value.Trim())
                .Where(value => value.Length is > 0 and <= MostCharacters)
                .Select(value => $"{value} (the site's security.txt)")
            : [];

    private static IEnumerable<string> Page(SiteView view)
        => view.Failing.Concat(view.AsAsked).Take(1)
            .SelectMany(each => MailTo().Matches(each.Exchange?.BodyStart ?? ""))
            .Select(match => $"{match.Groups[1].Value} (on the error page)");

    private static IEnumerable<string> Zone(SiteView view)
        => view.Observed.Of<ZoneSeen>().Select(each => each.View.Contact).OfType<string>()
            .Select(mail => $"{mail} (answers for the zone, SOA record)");

    [GeneratedRegex(@"^Contact:\s*(\S+)\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex ContactLine();

    [GeneratedRegex(@"mailto:([A-Za-z0-9._%+\-]{1,60}@[A-Za-z0-9.\-]{1,60})", RegexOptions.IgnoreCase)]
    private static partial Regex MailTo();
}
