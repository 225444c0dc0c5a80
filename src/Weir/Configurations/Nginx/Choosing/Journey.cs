namespace Weir.Configurations.Nginx.Choosing;

/// <summary>Takes a request through the phases until it ends.</summary>
internal sealed class Journey(Visit visit, VariableTable variables, Rewriter rewriter, FileSearch files)
{
    private Phase _next = Phase.ServerRewrite;

    /// <summary>How the request ends.</summary>
    public Ending Run()
    {
        while (true)
        {
            var ending = Step();
            while (ending is not null && ErrorPageOf(ending) is { } page)
            {
                ending = Replace(ending, page);
            }

            if (ending is not null)
            {
                return ending;
            }
        }
    }

    private Ending? Step() => _next switch
    {
        Phase.ServerRewrite => RewriteServer(),
        Phase.FindLocation => FindLocation(),
        Phase.LocationRewrite => RewriteLocation(),
        Phase.Content => Content(),
    };

    private Ending? RewriteServer()
    {
        visit.Location = visit.Server!.Outside;
        _next = Phase.FindLocation;
        return rewriter.Run(visit.Server.Outside, visit);
    }

    private Ending? FindLocation()
    {
        visit.IsUriChanged = false;
        var lacksSlash = LocationFinder.Enter(visit);
        var at = visit.Location!.Directive.At;
        if (visit.Location.IsInternal && !visit.IsInternal)
        {
            visit.Say("the location is internal, and the visitor asks for it: 404", at);
            return Ending.Answer(404, at);
        }

        if (lacksSlash)
        {
            return ToFolder(at);
        }

        _next = Phase.LocationRewrite;
        return null;
    }

    private Ending ToFolder(SourceLine at)
    {
        var to = UriEscape.Path(visit.Uri) + "/" + (visit.Query.Length > 0 ? "?" + visit.Query : "");
        return new(new RedirectAction(301, to, at), 301, Evaluated.Known(to));
    }

    private Ending? RewriteLocation()
    {
        _next = Phase.Content;
        if (visit.Location!.Match == PathMatch.Everything)
        {
            return null; // the server's own rewriting was done before
        }

        var ending = rewriter.Run(visit.Location, visit);
        if (ending is null && visit.IsUriChanged)
        {
            return Changed(Phase.FindLocation);
        }

        return ending;
    }

    private Ending? Content()
    {
        Gates();
        return files.Try(visit) is { } way ? Follow(way) : Handler();
    }

    private Ending? Handler()
    {
        var location = visit.Location!;
        switch (NginxActions.Content(location, visit.Tree))
        {
            case FilesAction folder:
                return files.Serve(folder, visit) is { } way ? Follow(way) : new(folder, null, null);
            case var action:
                visit.Say($"{NginxActions.Handler(location)} takes it", action.At);
                return new(action, null, null);
        }
    }

    private Ending? Follow(FileWay way)
    {
        switch (way)
        {
            case { Status: { } status }:
                return status == 301 ? ToFolder(way.At) : Ending.Answer(status, way.At);
            case { To: ['@', ..] name }:
                return GoTo(name, way.At);
            default:
                var parts = way.To!.Split('?', 2);
                return Redirect(parts[0], parts.Length > 1 ? parts[1] : "", way.At);
        }
    }

    // A redirect inside nginx begins again at the server, with the new path.
    private Ending? Redirect(string uri, string query, SourceLine at)
    {
        visit.Say($"goes on with {uri}", at);
        (visit.Uri, visit.Query) = (uri, query);
        (visit.IsInternal, visit.IsTargetValid, visit.IsLocationValid) = (true, false, true);
        return Changed(Phase.ServerRewrite);
    }

    private Ending? GoTo(string name, SourceLine at)
    {
        visit.Say($"goes on with {name}", at);
        var named = visit.Server!.Outside.Locations.FirstOrDefault(
            each => each.Match == PathMatch.Named && each.Text == name);
        if (named is null)
        {
            visit.Say($"there is no location {name}: 500", at);
            return Ending.Answer(500, at);
        }

        (visit.Location, visit.IsInternal, visit.IsUriChanged) = (named, true, false);
        return Changed(Phase.LocationRewrite);
    }

    private Ending? Changed(Phase next)
    {
        _next = next;
        if (visit.ChangesLeft-- > 0)
        {
            return null;
        }

        visit.HasErrorPage = true;
        visit.Say("rewrite or internal redirection cycle: 500", visit.Location!.Directive.At);
        return Ending.Answer(500, visit.Location.Directive.At);
    }

    private ErrorPage? ErrorPageOf(Ending ending)
        => ending.HasOwnPage && !visit.HasErrorPage
            ? NginxErrorPages.Of(visit.Location!.Scope)
                .FirstOrDefault(each => each.Statuses.Contains(ending.Status!.Value))
            : null;

    private Ending? Replace(Ending ending, ErrorPage page)
    {
        visit.HasErrorPage = !visit.Location!.Scope.IsOn("recursive_error_pages");
        visit.ErrorStatus = page.NewStatus switch
        {
            null => ending.Status,
            0 => null,
            var status => status,
        };
        visit.Say($"error_page {ending.Status} leads to {page.To}", page.At);
        var to = variables.Evaluate(page.To, visit);
        if (to.Text is ['/' or '@', ..])
        {
            return Follow(new(null, to.Text, page.At));
        }

        var redirect = page.NewStatus is 301 or 302 or 303 or 307 or 308 ? page.NewStatus.Value : 302;
        return new(new RedirectAction(redirect, page.To, page.At), redirect, to);
    }

    // What may refuse a request before its content is made; who asks and how often is not known here.
    private void Gates()
    {
        string[] gates = ["deny", "auth_basic", "auth_request", "access_by_lua_block", "access_by_lua_file"];
        foreach (var gate in gates.Select(visit.Location!.Scope.Find).OfType<NginxDirective>())
        {
            if (gate.First != "off")
            {
                visit.Guess($"{gate.Name} lets it pass", gate.At);
            }
        }
    }
}
