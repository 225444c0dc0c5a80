using Weir.Probing.Answers;

namespace Weir.Probing.Checks;

/// <summary>
/// Tells answers that refuse this very visitor from answers that say that a page is not for the public.
/// </summary>
internal static class Refusal
{
    /// <summary>
    /// Too many requests (RFC 6585), a demand to log into the network (511), a request whose own head is too large
    /// (431, or 400 with the words for it), or a 403 that a firewall for web traffic or a delivery network wrote.
    /// </summary>
    public static bool Is(Sampled sampled) => sampled.Page is { } page && page.Status switch
    {
        429 or 431 or 494 or 511 or 407 => true,
        400 => page.Body.Contains("Header Or Cookie Too Large", StringComparison.OrdinalIgnoreCase)
            || page.Body.Contains("header field exceeds", StringComparison.OrdinalIgnoreCase),
        403 => Answerers.Identify(page)?.Role is AnswererRole.Security or AnswererRole.Cdn,
        _ => false,
    };
}
