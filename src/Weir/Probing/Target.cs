using System.Globalization;
using System.Net;

namespace Weir.Probing;

/// <summary>The address that a person asks about, taken apart.</summary>
/// <param name="Scheme"><c>http</c> or <c>https</c>.</param>
/// <param name="Host">The name in ASCII form, or an address without brackets.</param>
/// <param name="Port">1 to 65535.</param>
/// <param name="PathAndQuery">Begins with a slash.</param>
public sealed record Target(string Scheme, string Host, int Port, string PathAndQuery)
{
    /// <summary>Longer addresses are refused: no browser sends them, and every gateway's line limit is below.</summary>
    public const int MostCharacters = 8_192;

    private static readonly IdnMapping Names = new() { UseStd3AsciiRules = false };

    /// <summary>Whether it is spoken to by TLS.</summary>
    public bool IsTls => Scheme == "https";

    /// <summary>The address in the URL, where it holds one instead of a name.</summary>
    public IPAddress? Address => IPAddress.TryParse(Host, out var address) ? address : null;

    /// <summary>Host and port as in a Host field: the port only where it is not the scheme's own.</summary>
    public string Authority => Port == (IsTls ? 443 : 80) ? BracketedHost : $"{BracketedHost}:{Port}";

    /// <summary>Host and port, always with the port.</summary>
    public string HostAndPort => $"{BracketedHost}:{Port}";

    /// <summary>The whole URL.</summary>
    public string Url => $"{Scheme}://{Authority}{PathAndQuery}";

    private string BracketedHost => Host.Contains(':') ? $"[{Host}]" : Host;

    /// <summary>Reads what a person typed; a missing scheme is http.</summary>
    /// <param name="text">The URL.</param>
    /// <param name="target">The target, where it can be read.</param>
    /// <param name="problem">What is wrong and how to write it, where it cannot.</param>
    public static bool TryParse(string text, out Target? target, out string problem)
    {
        (target, problem) = (null, "");
        text = text.Trim();
        if (text.Length is 0 or > MostCharacters || text.Any(letter => letter <= ' ' || letter == 127))
        {
            problem = text.Length == 0 ? "The address is empty."
                : text.Length > MostCharacters ? $"The address is longer than {MostCharacters} characters."
                : "An address holds no blanks or control characters; write a blank as %20.";
        }
        else if (!TryUri(text, out var uri, out problem))
        {
            return false;
        }
        else if (uri.Port is 0 or > ushort.MaxValue)
        {
            problem = "Port 0 is none that a server can have; write a port from 1 to 65535, or leave it out.";
        }
        else if (uri.UserInfo.Length > 0)
        {
            problem = "A user name or password in an address would end up in reports. "
                + "Give it with --header 'Authorization: Basic …' instead; it is masked there.";
        }
        else if (TryHost(uri, out var host, out problem))
        {
            target = new Target(uri.Scheme, host, uri.Port, uri.PathAndQuery);
        }

        return target is not null;
    }

    /// <summary>
    /// The target of a redirect's Location, relative ones included; null where it is no http or https URL.
    /// </summary>
    public Target? Follow(string location)
        => Uri.TryCreate(new Uri(Url), location, out var uri) && TryParse(uri.AbsoluteUri, out var next, out _)
            ? next
            : null;

    private static bool TryUri(string text, out Uri uri, out string problem)
    {
        problem = "";
        var colon = text.IndexOf("://", StringComparison.Ordinal);
        if (colon >= 0 && text[..colon].ToLowerInvariant() is not ("http" or "https"))
        {
            problem = $"\"{text[..colon]}\" is no scheme that a website is reached by; write http:// or https://.";
        }

        if (!Uri.TryCreate(colon >= 0 ? text : $"http://{text}", UriKind.Absolute, out uri!) && problem.Length == 0)
        {
            problem = $"\"{Shown(text)}\" is not a URL. Write for example http://shop.example/ or 10.0.0.12:8080/path.";
        }

        return problem.Length == 0;
    }

    private static bool TryHost(Uri uri, out string host, out string problem)
    {
        problem = "";
        host = uri.Host.Trim('[', ']');
        if (IPAddress.TryParse(host, out _))
        {
            return true;
        }

        try
        {
            host = Names.GetAscii(uri.IdnHost).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            host = "";
        }

        var labels = host.TrimEnd('.').Split('.');
        if (host.Length is 0 or > 254 || labels.Any(label => label.Length is 0 or > 63))
        {
            problem = $"\"{Shown(uri.Host)}\" is no host name: its parts have 1 to 63 letters, digits or hyphens, "
                + "and the whole at most 253.";
        }

        return problem.Length == 0;
    }

    private static string Shown(string text) => text.Length <= 80 ? text : $"{text[..80]}…";
}
