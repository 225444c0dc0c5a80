namespace Weir.Probing.Local;

/// <summary>A proxy that an environment variable names.</summary>
/// <param name="Variable">The variable as it is spelled, such as <c>HTTPS_PROXY</c>.</param>
/// <param name="Proxy">Its value, with credentials masked; safe to show.</param>
/// <param name="Address">Where the proxy is, without credentials; null when the value is no address.</param>
public sealed record ProxyVariable(string Variable, string Proxy, Uri? Address)
{
    private const string Mask = "***";

    /// <summary>
    /// Reads a value such as <c>http://user:secret@proxy.example:3128</c> or <c>proxy.example:3128</c>.
    /// </summary>
    internal static ProxyVariable Parse(string variable, string value)
    {
        var text = value.Trim();
        var scheme = text.IndexOf("://", StringComparison.Ordinal) is >= 0 and var end ? text[..(end + 3)] : "";
        var rest = text[scheme.Length..];

        // The last @ of all: a password may hold one that is not escaped, or a slash, and must not be shown for it.
        var at = rest.LastIndexOf('@');
        var bare = rest[(at + 1)..];
        var known = Uri.TryCreate((scheme == "" ? "http://" : scheme) + bare, UriKind.Absolute, out var address)
            && address.Host != "";
        return new ProxyVariable(variable, scheme + (at < 0 ? "" : Mask + "@") + bare, known ? address : null);
    }
}
