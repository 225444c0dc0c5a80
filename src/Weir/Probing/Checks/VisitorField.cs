using System.Buffers;
using Weir.Probing.Http;

namespace Weir.Probing.Checks;

/// <summary>Which header fields a visitor may add to the request.</summary>
public static class VisitorField
{
    // They say where the message ends or belong to the connection, which are ours (RFC 9112 section 6, RFC 9110 7.6.1).
    private static readonly SearchValues<string> Ours = SearchValues.Create(
        ["Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive", "Upgrade", "TE", "Trailer", "Expect"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether <paramref name="field"/> can be sent as one field of one request.</summary>
    public static bool IsAllowed(KeyValuePair<string, string> field)
        => !Ours.Contains(field.Key)
            && new HttpQuestion(ProbeMethod.Get, "/", "host",
                field.Key.Equals("Host", StringComparison.OrdinalIgnoreCase) ? [] : [field]).Problem is null;
}
