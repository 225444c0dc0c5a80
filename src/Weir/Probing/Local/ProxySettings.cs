namespace Weir.Probing.Local;

/// <summary>
/// The proxies that the environment names, and for which addresses. There is no standard: the lower-case spelling is
/// read first, as curl does, then the upper-case one.
/// </summary>
/// <param name="Http">For http URLs; null where none is set.</param>
/// <param name="Https">For https URLs.</param>
/// <param name="All">For every URL that has no proxy of its own.</param>
/// <param name="Exceptions">Which hosts are reached without a proxy.</param>
public sealed record ProxySettings(ProxyVariable? Http, ProxyVariable? Https, ProxyVariable? All, NoProxy Exceptions)
{
    /// <summary>Some proxy is set.</summary>
    public bool Any => (Http ?? Https ?? All) is not null;

    /// <summary>
    /// The proxy that programs which follow the environment use for <paramref name="url"/>; null for none.
    /// </summary>
    public ProxyVariable? For(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (Exceptions.Covers(url.IdnHost, url.Port))
        {
            return null;
        }

        return url.Scheme switch
        {
            "http" or "ws" => Http ?? All,
            "https" or "wss" => Https ?? All,
            _ => All,
        };
    }

    /// <summary>Reads the variables.</summary>
    /// <param name="environment">Gives the value of an environment variable, or null.</param>
    public static ProxySettings From(Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return new ProxySettings(
            Proxy(environment, "http_proxy"),
            Proxy(environment, "https_proxy"),
            Proxy(environment, "all_proxy"),
            NoProxy.Parse(Value(environment, "no_proxy")?.Value));
    }

    private static ProxyVariable? Proxy(Func<string, string?> environment, string name)
        => Value(environment, name) is (var spelled, var value) ? ProxyVariable.Parse(spelled, value) : null;

    private static (string Name, string Value)? Value(Func<string, string?> environment, string name)
    {
        foreach (var spelled in (string[])[name, name.ToUpperInvariant()])
        {
            if (environment(spelled) is { } value && !string.IsNullOrWhiteSpace(value))
            {
                return (spelled, value);
            }
        }

        return null;
    }
}
