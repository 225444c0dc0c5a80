namespace Weir.Vocabulary;

/// <summary>How far an exchange had come at a hop when it failed, in the order in which it passes them.</summary>
public enum Phase
{
    /// <summary>Choosing the route and the server, before anything is sent.</summary>
    Choose,

    /// <summary>Turning the name into addresses.</summary>
    Resolve,

    /// <summary>Opening the connection.</summary>
    Connect,

    /// <summary>The TLS handshake.</summary>
    Tls,

    /// <summary>Writing the request.</summary>
    Send,

    /// <summary>Waiting for the header section of the answer and reading it.</summary>
    Headers,

    /// <summary>Reading the body of the answer.</summary>
    Body,
}
