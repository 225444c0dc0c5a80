namespace Weir.Configurations.Nginx.Choosing;

/// <summary>
/// Finds what belongs to a host name: the exact name first, then the longest wildcard at the beginning, then the
/// longest at the end. Used for servers and for <c>map</c> with <c>hostnames</c>.
/// </summary>
internal sealed class HostTable<T>
    where T : class
{
    private readonly Dictionary<string, T> _exact = [];
    private readonly Dictionary<string, T> _below = []; // "example.com" for *.example.com
    private readonly Dictionary<string, T> _domain = []; // "example.com" for .example.com itself
    private readonly Dictionary<string, T> _ahead = []; // "www.example" for www.example.*

    /// <summary>Adds a name; the first to have it keeps it.</summary>
    public void Add(SiteName name, T value)
    {
        switch (name.Match)
        {
            case NameMatch.Exact:
                _exact.TryAdd(name.Text, value);
                break;
            case NameMatch.LeadingWildcard:
                _below.TryAdd(name.Text[2..], value);
                break;
            case NameMatch.DomainAndBelow:
                _domain.TryAdd(name.Text[1..], value);
                _below.TryAdd(name.Text[1..], value);
                break;
            case NameMatch.TrailingWildcard:
                _ahead.TryAdd(name.Text[..^2], value);
                break;
            case NameMatch.Regex:
                break; // tried in order by the caller, after all of these
        }
    }

    /// <summary>What belongs to a host in lower case; null when nothing does.</summary>
    public T? Find(string host)
        => _exact.GetValueOrDefault(host) ?? _domain.GetValueOrDefault(host) ?? Below(host) ?? Ahead(host);

    private T? Below(string host)
    {
        for (var dot = host.IndexOf('.'); dot >= 0; dot = host.IndexOf('.', dot + 1))
        {
            if (dot > 0 && _below.TryGetValue(host[(dot + 1)..], out var found))
            {
                return found;
            }
        }

        return null;
    }

    private T? Ahead(string host)
    {
        for (var dot = host.LastIndexOf('.'); dot > 0; dot = host.LastIndexOf('.', dot - 1))
        {
            if (_ahead.TryGetValue(host[..dot], out var found))
            {
                return found;
            }
        }

        return null;
    }
}
