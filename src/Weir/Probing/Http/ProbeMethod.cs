namespace Weir.Probing.Http;

/// <summary>The methods that a probe may use: those that change nothing (RFC 9110 section 9.2.1).</summary>
public enum ProbeMethod
{
    /// <summary>GET.</summary>
    Get,

    /// <summary>HEAD: the same answer without its body.</summary>
    Head,
}
