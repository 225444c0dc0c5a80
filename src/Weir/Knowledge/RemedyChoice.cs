namespace Weir.Knowledge;

/// <summary>Chooses and orders the remedies that fit what is known of the site.</summary>
public static class RemedyChoice
{
    private static readonly Software[] Gateways =
        [Software.Nginx, Software.Haproxy, Software.Apache, Software.Caddy, Software.Envoy, Software.Traefik];

    /// <summary>
    /// The administrator's remedies of <paramref name="cause"/>: those that fit anything first, then those of the
    /// gateway that answered, then the rest; other gateways' are left out when the gateway is known.
    /// </summary>
    public static IEnumerable<Remedy> For(CauseKnowledge cause, string? gateway)
    {
        var known = Gateways.Where(each => gateway is not null
            && gateway.Contains(Vocabulary.Spelling.Kebab(each), StringComparison.OrdinalIgnoreCase)).ToList();
        return cause.AdminRemedies
            .Where(remedy => known.Count == 0 || known.Contains(remedy.For) || !Gateways.Contains(remedy.For))
            .OrderBy(remedy => remedy.For == Software.Any ? 0 : known.Contains(remedy.For) ? 1 : 2);
    }

    /// <summary>The text with the product before it, where it is for one product.</summary>
    public static string Text(Remedy remedy)
        => remedy.For == Software.Any ? remedy.Text : $"{Vocabulary.Spelling.Kebab(remedy.For)}: {remedy.Text}";
}
