namespace Weir.Lab.Faults;

/// <summary>The moment in a connection's life at which a reply acts, earliest first.</summary>
internal enum Moment
{
    /// <summary>At once after the accept, on the bare socket, before TLS.</summary>
    Accepted,

    /// <summary>When TLS (if any) is up and nothing was read.</summary>
    Connected,

    /// <summary>When the head of the request was read, its body not.</summary>
    HeadRead,

    /// <summary>When the whole request was read.</summary>
    RequestRead,
}
