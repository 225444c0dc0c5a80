using static Weir.Logs.PhraseTable;

namespace Weir.Logs.Nginx;

public static partial class NginxPhrases
{
    private static Phrase[] VisitorRows() =>
    [
        Passes("… client prematurely closed connection", "The visitor left before the answer came (499). Many of them "
            + "after a long wait mean a slow application."),
        Passes("… closed keepalive connection", "A visitor's idle connection was closed."),
        Passes("client timed out", "The visitor stopped reading or writing."),
        Tells("client intended to send too large body", "The upload is larger than client_max_body_size (413)."),
        Tells("client sent too long header line: \"Cookie", "The visitor's cookies are too large (400)."),
        Tells("client sent too long header line", "A header of the request is too large (400)."),
        Tells("client sent too large request", "The head of the request is too large (400)."),
        Tells("client sent too long URI", "The address of the request is too long (414)."),
        Passes("client sent plain HTTP request to HTTPS port", "A visitor spoke plain HTTP to the TLS port (400)."),
        Tells("broken header:", "Whoever connects does not send the PROXY protocol that nginx was told to expect."),
        Passes("client sent", "The visitor's request was not valid."),
        Passes("SSL_do_handshake() failed", "A visitor's TLS handshake failed: mostly a scanner.")
            with { During = [NginxAction.VisitorHandshake] },
        Passes("peer closed connection in SSL handshake", "A visitor left in the TLS handshake: mostly a scanner.")
            with { During = [NginxAction.VisitorHandshake] },
        Passes("open() ", "A file that was asked for does not exist (404).") with { Numbers = [Errno.NoSuchFile] },
        Passes("… is not found", "A file that was asked for does not exist (404)."),
        Passes("access forbidden by rule", "The configuration refuses this request (403)."),
        Passes("directory index of", "The folder may not be listed (403)."),
        Passes("user \"", "Wrong or unknown credentials (401)."),
    ];
}
