namespace Weir.Configurations.Nginx;

/// <summary>A <c>server</c> block.</summary>
internal sealed class ServerBlock(NginxDirective directive, NginxScope http, ReadBudget budget)
{
    /// <summary>What stands outside of its locations.</summary>
    public NginxLocation Outside { get; } = NginxLocation.OfServer(directive, http);

    /// <summary>Where it listens.</summary>
    public IReadOnlyList<NginxListen> Listens { get; } = ListensOf(directive, budget);

    /// <summary>Its names with their lines.</summary>
    public IReadOnlyList<NginxServerName> Names { get; } = [.. (directive.Block ?? [])
        .Where(each => each.Name == "server_name")
        .SelectMany(each => each.Arguments.Select(text => NginxServerName.Parse(text, each.At)))];

    /// <summary>Where it begins.</summary>
    public SourceLine At => directive.At;

    /// <summary>What it is in the model; set once, when the model is made.</summary>
    public Site? Site { get; set; }

    private static List<NginxListen> ListensOf(NginxDirective directive, ReadBudget budget)
    {
        var all = (directive.Block ?? []).Where(each => each.Name == "listen").ToList();
        var read = all.SelectMany(each => NginxListen.Parse(each, budget)).ToList();
        return all.Count == 0 ? [NginxListen.Default(directive.At)] : read;
    }
}
