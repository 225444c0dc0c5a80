namespace Weir.Tests.Probing.Outside.Gateways;

/// <summary>What is wrong behind a gateway.</summary>
public enum UpstreamFault
{
    /// <summary>Nothing listens on the upstream's port.</summary>
    Refused,

    /// <summary>The upstream's accept queue is full.</summary>
    Silent,

    /// <summary>The upstream takes the request and never answers.</summary>
    Hung,

    /// <summary>The upstream closes after the request.</summary>
    Closed,

    /// <summary>The upstream resets after the request.</summary>
    Reset,

    /// <summary>The upstream answers with bytes that are no protocol.</summary>
    Garbage,

    /// <summary>The upstream's head is larger than the gateway takes.</summary>
    HugeHead,

    /// <summary>The gateway speaks plain text, the upstream TLS.</summary>
    PlainToTls,

    /// <summary>The gateway speaks TLS, the upstream plain text.</summary>
    TlsToPlain,

    /// <summary>The upstream's name does not exist.</summary>
    NoSuchName,

    /// <summary>Every server of the group is marked down.</summary>
    AllDown,

    /// <summary>The application answers 500 itself.</summary>
    Own500,

    /// <summary>The application answers 502 itself.</summary>
    Own502,
}
