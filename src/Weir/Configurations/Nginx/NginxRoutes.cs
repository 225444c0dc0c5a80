namespace Weir.Configurations.Nginx;

/// <summary>Makes the routes of the model.</summary>
internal sealed class NginxRoutes(NginxTree tree, NginxLogs logs)
{
    /// <summary>The route of a location with those inside it.</summary>
    public Route Of(NginxLocation location)
    {
        var scope = location.Scope;
        Complain(location);
        return location.Route = new()
        {
            Match = location.Match,
            Text = location.Text,
            IsInternal = location.IsInternal,
            Action = NginxActions.Of(location, tree),
            Conditions = [.. location.Conditions.Select(each => Condition(each.Key, each.Value))],
            TriedFiles = scope.OwnLast("try_files")?.Arguments ?? [],
            ErrorPages = NginxErrorPages.Of(scope),
            AccessLogs = logs.Access(scope),
            ErrorLogs = logs.Errors(scope),
            MaxBodyBytes = NginxLimits.MaxBody(scope),
            // What stands outside of a server's locations has them beside it, not inside.
            Routes = location.Outer is null ? [] : [.. location.Locations.Select(Of)],
            At = location.Directive.At,
        };
    }

    private RouteCondition Condition(NginxDirective condition, NginxLocation inside)
        => new(
            string.Join(' ', condition.Arguments),
            inside.Scope.OwnLast("return") is not null || inside.Scope.Directives.Any(IsPass)
                ? NginxActions.Of(inside, tree)
                : null,
            condition.At);

    private static bool IsPass(NginxDirective directive) => NginxHops.Directives.Contains(directive.Name);

    // nginx refuses to start with a path behind the address where it would not know what to replace by it.
    private void Complain(NginxLocation location)
    {
        var pass = location.Scope.OwnLast("proxy_pass");
        if (pass is not null && !pass.First.Contains('$')
            && location.Match is PathMatch.Regex or PathMatch.RegexIgnoreCase or PathMatch.Named
            && PassTarget.Parse(pass.Name, pass.First, tree).Uri is not null)
        {
            tree.Budget.Report(
                ProblemKind.Value, "\"proxy_pass\" cannot have URI part in location given by regular expression, or "
                + "inside named location, or inside \"if\" statement, or inside \"limit_except\" block", pass.At);
        }
    }
}
