namespace Weir.Configurations.Nginx;

/// <summary>A name of a server, ready to be compared.</summary>
/// <param name="Name">The name in the model.</param>
/// <param name="Written">As written.</param>
/// <param name="Regex">The expression; null when it is none.</param>
/// <param name="At">Where it stands.</param>
internal sealed record NginxServerName(SiteName Name, string Written, NginxRegex? Regex, SourceLine At)
{
    /// <summary>Reads one argument of <c>server_name</c>.</summary>
    public static NginxServerName Parse(string text, SourceLine at)
    {
        if (text.StartsWith('~'))
        {
            // Hosts are compared in lower case, so nginx makes an expression with capitals not mind the case.
            return new(new(text[1..], NameMatch.Regex), text, new NginxRegex(text[1..], ignoreCase: true), at);
        }

        var name = text.ToLowerInvariant();
        var match = name switch
        {
            ['*', '.', ..] => NameMatch.LeadingWildcard,
            ['.', ..] => NameMatch.DomainAndBelow,
            [.., '.', '*'] => NameMatch.TrailingWildcard,
            _ => NameMatch.Exact,
        };
        return new(new(name, match), text, null, at);
    }
}
