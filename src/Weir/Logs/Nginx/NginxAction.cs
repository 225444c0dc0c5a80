using System.Collections.Immutable;

namespace Weir.Logs.Nginx;

/// <summary>The actions that nginx names after <c>while</c>: they are the phase in which something happened.</summary>
public static class NginxAction
{
    /// <summary>Opening the connection to a server.</summary>
    public const string Connecting = "connecting to upstream";

    /// <summary>The TLS handshake with a server.</summary>
    public const string Handshaking = "SSL handshaking to upstream";

    /// <summary>Writing the request to a server.</summary>
    public const string Sending = "sending request to upstream";

    /// <summary>Waiting for the head of the answer.</summary>
    public const string ReadingHeader = "reading response header from upstream";

    /// <summary>Reading the body of the answer.</summary>
    public const string ReadingBody = "reading upstream";

    /// <summary>Passing the body on.</summary>
    public const string SendingToClient = "sending to client";

    /// <summary>Passing bytes after an upgrade (WebSocket).</summary>
    public const string Upgraded = "proxying upgraded connection";

    /// <summary>Passing bytes of a stream proxy.</summary>
    public const string Streaming = "proxying connection";

    /// <summary>Asking a name server.</summary>
    public const string Resolving = "resolving";

    /// <summary>The TLS handshake with a visitor.</summary>
    public const string VisitorHandshake = "SSL handshaking";

    /// <summary>The actions in which the head of the answer was complete already.</summary>
    public static readonly ImmutableArray<string> AfterHead = [ReadingBody, SendingToClient];

    /// <summary>The actions in which a request was on its way and no complete head had come.</summary>
    public static readonly ImmutableArray<string> BeforeHead = [ReadingHeader, Sending, Connecting];
}
