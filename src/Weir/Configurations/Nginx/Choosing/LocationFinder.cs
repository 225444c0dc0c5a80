namespace Weir.Configurations.Nginx.Choosing;

/// <summary>
/// Finds the location of a path as nginx does: an exact one, else the longest prefix, whose inside is searched in the
/// same way; then, unless the prefix forbids it, the expressions beside it in order.
/// </summary>
internal static class LocationFinder
{
    private enum Found
    {
        Nothing, // or a prefix only, behind which expressions are still asked
        Final,
        Slash,
    }

    /// <summary>
    /// Moves the visit into the location of its path. True when that lacks only the slash at its end and passes
    /// requests on: then nginx redirects to the path with it.
    /// </summary>
    public static bool Enter(Visit visit)
    {
        visit.Location = visit.Server!.Outside;
        var found = Search(visit.Location, visit);
        if (visit.Location == visit.Server.Outside)
        {
            visit.Say($"no location takes {visit.Uri}", visit.Server.At);
        }

        return found == Found.Slash;
    }

    private static Found Search(NginxLocation place, Visit visit)
    {
        var uri = visit.Uri;
        if (place.Locations.FirstOrDefault(each => each.Match == PathMatch.Exact && each.Text == uri) is { } exact)
        {
            Move(visit, exact, "is this very path");
            return Found.Final;
        }

        var prefix = place.Locations
            .Where(each => each.Match is PathMatch.Prefix or PathMatch.FinalPrefix)
            .Where(each => uri.StartsWith(each.Text, StringComparison.Ordinal))
            .MaxBy(each => each.Text.Length);
        if (prefix?.Text.Length != uri.Length && Slashed(place, uri) is { } slashed)
        {
            Move(visit, slashed, "lacks only the slash at the end");
            return Found.Slash;
        }

        if (prefix is not null)
        {
            Move(visit, prefix, "is the longest prefix");
            if (Search(prefix, visit) is var inside and not Found.Nothing)
            {
                return inside;
            }
        }

        return prefix?.Match != PathMatch.FinalPrefix && SearchExpressions(place, visit) ? Found.Final : Found.Nothing;
    }

    private static bool SearchExpressions(NginxLocation place, Visit visit)
    {
        foreach (var each in place.Locations.Where(each => each.Regex is not null))
        {
            if (visit.Matches(each.Regex!, visit.Uri, each.Directive.At))
            {
                Move(visit, each, "matches");
                Search(each, visit);
                return true;
            }
        }

        return false;
    }

    private static NginxLocation? Slashed(NginxLocation place, string uri)
        => place.Locations.FirstOrDefault(each
            => each.Match is PathMatch.Exact or PathMatch.Prefix or PathMatch.FinalPrefix
            && each.Text.Length == uri.Length + 1 && each.Text[^1] == '/'
            && each.Text.StartsWith(uri, StringComparison.Ordinal)
            && each.Scope.Directives.Any(directive => NginxHops.Directives.Contains(directive.Name)));

    private static void Move(Visit visit, NginxLocation location, string why)
    {
        visit.Location = location;
        visit.Say($"{location.Directive} {why} for {visit.Uri}", location.Directive.At);
    }
}
