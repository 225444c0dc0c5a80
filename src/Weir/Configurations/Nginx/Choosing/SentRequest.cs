using System.Net;

namespace Weir.Configurations.Nginx.Choosing;

/// <summary>Makes what an upstream gets: its address, the path, the host.</summary>
internal sealed class SentRequest(VariableTable variables)
{
    /// <summary>Completes a choice whose request is passed on.</summary>
    public RouteChoice Complete(RouteChoice choice, PassAction pass, Visit visit)
    {
        var location = visit.Location!;
        var text = variables.Evaluate(pass.Hop.Text, visit);
        var target = PassTarget.Parse(NginxActions.Handler(location)!.Name, text.Text, visit.Tree);
        visit.ProxyHost = target.ProxyHost;
        var host = Value(pass.Hop.Host, visit);
        var name = pass.Hop.Tls is { SendsName: true } tls ? ServerName(tls, target, visit) : null;
        var file = pass.Hop.Headers.LastOrDefault(each => each is { Name: "SCRIPT_FILENAME", Value.Length: > 0 });
        var script = Value(file?.Value, visit);
        var uri = Uri(pass.Hop, target, visit);
        visit.Say($"sent to {target.Target.Text} with {uri}", pass.At);
        return choice with
        {
            Target = target.Target,
            Uri = uri,
            Host = host is { Text.Length: > 0 } ? host.Text : null,
            ServerName = name is { Text.Length: > 0 } ? name.Text : null,
            ScriptFile = script?.Text,
            Status = LacksResolver(pass, text, target, visit) ? 502 : choice.Status,
            Unresolved = [.. choice.Unresolved
                .Concat(new[] { text, host, name, script }.OfType<Evaluated>().SelectMany(each => each.Unknown))
                .Distinct()],
        };
    }

    private Evaluated? Value(string? text, Visit visit) => text is null ? null : variables.Evaluate(text, visit);

    private Evaluated ServerName(HopTls tls, PassTarget target, Visit visit)
    {
        // Without a directive it is the host of the address, which variables may make only now.
        string[] directives = ["proxy_ssl_name", "grpc_ssl_name", "uwsgi_ssl_name"];
        var isDefault = directives.All(each => visit.Location!.Scope.Find(each) is null);
        var name = isDefault ? Evaluated.Known(target.Authority) : variables.Evaluate(tls.Name, visit);
        var host = NginxAddress.Split(name.Text).Host;
        return name with { Text = IPAddress.TryParse(host, out _) ? "" : host }; // a literal is never sent (RFC 6066)
    }

    private static string Uri(UpstreamHop hop, PassTarget target, Visit visit)
    {
        var query = visit.Query.Length > 0 ? "?" + visit.Query : "";
        switch (target.Protocol)
        {
            case HopProtocol.FastCgi or HopProtocol.Uwsgi or HopProtocol.Uwsgis or HopProtocol.Scgi
                or HopProtocol.Memcached:
                return visit.Uri + query;
            case HopProtocol.Http or HopProtocol.Https when hop.Variables.Count > 0 && target.Uri is { } made:
                return made.StartsWith('?') ? "/" + made : made; // with variables the text is taken as it is
            case var _ when target.Uri is null && visit.IsTargetValid:
                return visit.Request.Target;
            default:
                return Replaced(target.Uri, visit) + query;
        }
    }

    // The path behind the address stands for the location's own.
    private static string Replaced(string? uri, Visit visit)
    {
        var own = visit.Location!.Place.Text.Length;
        var cut = visit.IsLocationValid && uri is not null ? Math.Min(own, visit.Uri.Length) : 0;
        var rest = visit.Uri[cut..];
        return (visit.IsLocationValid ? uri : "")
            + (visit.IsQuoted || visit.IsInternal ? UriEscape.Path(rest) : rest);
    }

    private static bool LacksResolver(PassAction pass, Evaluated text, PassTarget target, Visit visit)
    {
        if (pass.Hop.Variables.Count == 0 || pass.Hop.Resolver is not null || !text.IsKnown
            || target.Target is not { Kind: TargetKind.Address, Host: { } host } || IPAddress.TryParse(host, out _))
        {
            return false;
        }

        visit.Say($"no resolver defined to resolve {host}, and a name made of variables needs one: 502", pass.At);
        return true;
    }
}
