using System.Text.Json.Nodes;
using Weir.Diagnosis;
using Weir.Probing.Checks;
using Weir.Probing.Dns;
using Weir.Vocabulary;
using static Weir.Diagnosis.Observable;

namespace Weir.Probing.Readings;

/// <summary>What the name says: the visitor's resolver, the others, the zone's own servers, DNSSEC.</summary>
internal static class NameReading
{
    public static IEnumerable<Finding> Of(SiteView view)
        => NameView.Of(view) is not { } name ? [] :
        [
            Own(name, view),
            .. Others(name, view),
            .. Validation(view),
            .. view.Observed.Of<ZoneSeen>().Where(each => each.View.Zone is not null).Select(Zone),
        ];

    private static Finding Own(NameView name, SiteView view)
    {
        var system = view.Observed.Of<SystemSeen>().FirstOrDefault();
        var servers = name.Own.Where(each => each.Question.Type == RecordType.A)
            .Select(each => $"{each.Server.EndPoint}: {each.Detail}").ToList();
        var silent = name.Own.Count > 0 && name.Own.All(each => each.ToFailure() == Failure.NameTimeout);
        var says = name.Failure is null
            ? $"{name.Host} leads to {string.Join(", ", view.Endpoints.Select(each => each.Address))}"
            : $"{name.Host} leads nowhere: {system?.Lookup.Detail ?? name.Failure.Value.Traits().Meaning.TrimEnd('.')}";
        return new Finding
        {
            Source = Source.Probe,
            Hop = Hops.Site,
            At = system?.At ?? view.Observed.Of<NameSeen>().First().At,
            Shows = name.Failure,
            Says = servers.Count > 0 && name.Failure is not null
                ? $"{says} ({string.Join("; ", servers)})."
                : $"{says}.",
            Answers = name.Failure is null ? [] : [(NameServersSilent, silent)],
            Data = new JsonObject
            {
                ["name"] = name.Host,
                ["addresses"] = new JsonArray([.. view.Endpoints.Select(each => (JsonNode?)each.Address.ToString())]),
            },
        };
    }

    private static IEnumerable<Finding> Others(NameView name, SiteView view)
    {
        if (name.ExistsElsewhere is not { } exists)
        {
            yield break;
        }

        var at = view.Observed.Of<NameSeen>().First().At;
        var who = string.Join(", ", name.Others.Where(each => each.IsConclusive).Select(each => each.Server.Label)
            .Distinct());
        yield return new Finding
        {
            Source = Source.Probe,
            Hop = Hops.Site,
            At = at,
            Says = name.Failure is not null
                ? exists ? $"Public resolvers do give an address for it ({who})."
                    : $"Public resolvers give no address for it either ({who})."
                : name.Disagree ? $"Resolvers give different answers ({who} and this machine's own)."
                : $"Public resolvers give the same answer ({who}).",
            Answers =
            [
                (NameExistsElsewhere, exists),
                (ResolversDisagree, name.Disagree),
                (OwnResolverWrong, name.Failure is not null && exists),
            ],
        };
    }

    private static IEnumerable<Finding> Validation(SiteView view)
    {
        var lookups = view.Observed.Of<NameSeen>().ToList();
        foreach (var without in lookups.Where(each => each.Ask.Unvalidated).Take(1))
        {
            var with = lookups.First(each => each.Ask == without.Ask with { Unvalidated = false });
            var dnssec = DnssecCheck.Compare(with.Lookup, without.Lookup);
            if (dnssec.IsBroken is { } broken)
            {
                yield return new Finding
                {
                    Source = Source.Probe,
                    Hop = Hops.Site,
                    At = without.At,
                    Says = $"DNSSEC: {dnssec.Detail}.",
                    Answers = [(ValidationFails, broken)],
                };
            }
        }
    }

    private static Finding Zone(ZoneSeen zone)
    {
        var view = zone.View;
        var spoken = view.Servers.Select(each => each.Lookup).OfType<NameLookup>().ToList();
        var answers = spoken.Any(each => each.Outcome is LookupOutcome.Answered);
        var denies = spoken.Any(each => each is { Outcome: LookupOutcome.NameNotFound, Authoritative: true });
        List<(Observable, bool)> said = [(DelegationBroken, view.Lame.Count > 0)];
        if (answers || denies)
        {
            said.Add((AuthoritativeAnswers, answers));
            said.Add((AuthoritativeDenies, denies));
        }

        return new Finding
        {
            Source = Source.Probe,
            Hop = Hops.Site,
            At = zone.At,
            Says = $"The {view.Detail}" + (view.Serials.Count > 1
                ? $"; they have {view.Serials.Count} different versions of it." : ".")
                + (answers ? " They give an address for the name." : denies ? " They deny the name." : ""),
            Answers = [.. said],
        };
    }
}
