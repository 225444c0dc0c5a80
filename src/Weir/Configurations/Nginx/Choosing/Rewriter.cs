namespace Weir.Configurations.Nginx.Choosing;

/// <summary>Follows <c>rewrite</c>, <c>return</c>, <c>set</c>, <c>if</c> and <c>break</c> in the order of the
/// text.</summary>
internal sealed class Rewriter(VariableTable variables, Condition conditions)
{
    /// <summary>Follows those of a place.</summary>
    /// <param name="place">The place: a location, or the outside of all.</param>
    /// <param name="visit">The request; its path and variables change.</param>
    /// <returns>How the request ends there; null when it goes on.</returns>
    public Ending? Run(NginxLocation place, Visit visit) => Run(place, visit, out _);

    private Ending? Run(NginxLocation place, Visit visit, out bool stops)
    {
        foreach (var each in place.Scope.Directives)
        {
            stops = false;
            var ending = each.Name switch
            {
                "return" when each.Arguments.Count > 0 => Return(each, visit),
                "rewrite" when each.Arguments.Count >= 2 => Rewrite(each, visit, out stops),
                "set" when each.Arguments.Count == 2 => Set(each, visit),
                "break" => Break(visit, out stops),
                "if" when place.Conditions.TryGetValue(each, out var inside) => If(each, inside, visit, out stops),
                _ when each.Name.Contains("rewrite_by_lua", StringComparison.Ordinal) => Lua(each, visit),
                _ => null,
            };
            if (ending is not null || stops)
            {
                return ending;
            }
        }

        stops = false;
        return null;
    }

    private Ending Return(NginxDirective leave, Visit visit)
    {
        visit.Say($"{leave} ends it", leave.At);
        return NginxActions.Leaves(leave) switch
        {
            RedirectAction redirect => new(redirect, redirect.Status, variables.Evaluate(redirect.To, visit)),
            AnswerAction answer => new(
                answer, answer.Status, answer.Text is { } text ? variables.Evaluate(text, visit) : null),
            var other => new(other, null, null),
        };
    }

    private Ending? Set(NginxDirective set, Visit visit)
    {
        visit.Set[set.First.TrimStart('$')] = variables.Evaluate(set.Arguments[1], visit);
        return null;
    }

    private static Ending? Break(Visit visit, out bool stops)
    {
        visit.IsUriChanged = false;
        stops = true;
        return null;
    }

    private static Ending? Lua(NginxDirective lua, Visit visit)
    {
        visit.Guess($"{lua.Name} may change the path or answer", lua.At);
        return null;
    }

    private Ending? If(NginxDirective condition, NginxLocation inside, Visit visit, out bool stops)
    {
        stops = false;
        switch (conditions.Holds(condition, visit))
        {
            case null:
                visit.Guess($"{condition} hangs on what is not known here; taken as false", condition.At);
                return null;
            case false:
                return null;
            case true:
                visit.Say($"{condition} holds", condition.At);
                visit.Location = inside.Place.Match == PathMatch.Everything ? visit.Location : inside;
                return Run(inside, visit, out stops);
        }
    }

    private Ending? Rewrite(NginxDirective rewrite, Visit visit, out bool stops)
    {
        stops = false;
        var (pattern, to) = (rewrite.First, rewrite.Arguments[1]);
        var flag = rewrite.Arguments.Count > 2 ? rewrite.Arguments[2] : "";
        if (!visit.Matches(new(pattern, ignoreCase: false), visit.Uri, rewrite.At))
        {
            return null;
        }

        var keepsQuery = !to.EndsWith('?');
        to = keepsQuery ? to : to[..^1];
        var isAddress = to.StartsWith("http://", StringComparison.Ordinal)
            || to.StartsWith("https://", StringComparison.Ordinal)
            || to.StartsWith("$scheme", StringComparison.Ordinal);
        if (isAddress || flag is "redirect" or "permanent")
        {
            visit.Say($"{rewrite} redirects {visit.Uri}", rewrite.At);
            return Redirect(to, keepsQuery, flag == "permanent" ? 301 : 302, rewrite, visit);
        }

        Change(to, keepsQuery, visit);
        visit.Say($"{rewrite} makes the path {visit.Uri}", rewrite.At);
        visit.IsUriChanged = flag != "break";
        visit.IsLocationValid &= flag != "break";
        stops = flag is "break" or "last";
        return null;
    }

    private Ending Redirect(string to, bool keepsQuery, int status, NginxDirective rewrite, Visit visit)
    {
        var place = variables.Evaluate(to, visit, escapesCaptures: true);
        var query = keepsQuery && visit.Query.Length > 0 ? (to.Contains('?') ? "&" : "?") + visit.Query : "";
        return new(new RedirectAction(status, to, rewrite.At), status, place with { Text = place.Text + query });
    }

    private void Change(string to, bool keepsQuery, Visit visit)
    {
        var parts = to.Split('?', 2);
        var path = variables.Evaluate(parts[0], visit);
        var query = parts.Length == 1 ? null : variables.Evaluate(parts[1], visit, escapesCaptures: true).Text;
        visit.Uri = path.Text;
        visit.Query = query is null ? (keepsQuery ? visit.Query : "")
            : keepsQuery && visit.Query.Length > 0 ? $"{query}&{visit.Query}"
            : query;
        (visit.IsInternal, visit.IsTargetValid) = (true, false);
        if (!path.IsKnown)
        {
            visit.Guess($"the path {path.Text} has variables that are not known here", null);
        }
    }
}
