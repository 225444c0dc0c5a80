namespace Weir.Configurations.Nginx.Choosing;

/// <summary>Decides for a request what nginx would decide. Safe for several threads.</summary>
internal sealed class RouteChooser
{
    private readonly NginxTree _tree;
    private readonly SocketChooser _sockets;
    private readonly VariableTable _variables;
    private readonly Rewriter _rewriter;
    private readonly FileSearch _files;
    private readonly SentRequest _sent;

    /// <summary>Sorts names and tables once, for all requests.</summary>
    public RouteChooser(NginxTree tree)
    {
        var places = new FilePlace(tree.Files);
        _tree = tree;
        _sockets = new(tree);
        _variables = new(tree);
        _rewriter = new(_variables, new(_variables, places));
        _files = new(_variables, places);
        _sent = new(_variables);
    }

    /// <summary>What nginx does with a request, and why.</summary>
    public RouteChoice Choose(GatewayRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var visit = new Visit(request, _tree);
        if (_sockets.Choose(request.Listener, visit) is not { } socket)
        {
            return new() { Steps = visit.Steps };
        }

        visit.Tls = socket.Tls;
        visit.Server = socket.Choose(visit.Host, visit);
        visit.Location = visit.Server.Outside;
        var ending = Start(visit) ? new Journey(visit, _variables, _rewriter, _files).Run() : Refuse(visit);
        return Finish(ending, visit);
    }

    private static bool Start(Visit visit)
    {
        var merges = visit.Server!.Outside.Scope.IsOn("merge_slashes", otherwise: true);
        if (RequestPath.Parse(visit.Request.Target, merges) is not { } path)
        {
            return false;
        }

        (visit.Uri, visit.Query, visit.IsQuoted) = (path.Path, path.Query, path.IsQuoted);
        return true;
    }

    private static Ending Refuse(Visit visit)
    {
        visit.Say($"{visit.Request.Target} is no path that nginx takes: 400", null);
        return Ending.Answer(400, visit.Server!.At);
    }

    private RouteChoice Finish(Ending ending, Visit visit)
    {
        var choice = new RouteChoice
        {
            Site = visit.Server!.Site,
            Route = visit.Location!.Place is { Match: not PathMatch.Everything } place ? place.Route : null,
            Action = ending.Action,
            Status = visit.ErrorStatus ?? ending.Status,
            Body = ending.Action is AnswerAction ? ending.Text?.Text : null,
            Location = ending.Action is RedirectAction ? ending.Text?.Text : null,
            Uri = visit.Query.Length > 0 ? $"{visit.Uri}?{visit.Query}" : visit.Uri,
            Unresolved = ending.Text?.Unknown ?? [],
        };
        choice = ending.Action is PassAction pass ? _sent.Complete(choice, pass, visit) : choice;
        return choice with { Steps = [.. visit.Steps] };
    }
}
