namespace Weir.Probing.Tls;

/// <summary>One reason not to accept a certificate. A certificate may have several.</summary>
public enum CertificateFault
{
    /// <summary>The server's certificate is past its end.</summary>
    Expired,

    /// <summary>The server's certificate is not valid yet, or this machine's clock is behind.</summary>
    NotYetValid,

    /// <summary>A certificate further up the chain is outside its time.</summary>
    IssuerOutOfTime,

    /// <summary>The certificate is not made for the name that was asked for.</summary>
    NameMismatch,

    /// <summary>The certificate signed itself and is not trusted.</summary>
    SelfSigned,

    /// <summary>The chain is complete and ends at a root that is not trusted.</summary>
    UntrustedRoot,

    /// <summary>
    /// The server did not send the certificate of its issuer, which the certificate says where to fetch. Browsers
    /// fetch it or know it and show nothing; gateways and programs refuse.
    /// </summary>
    MissingIntermediate,

    /// <summary>The issuer is unknown here, and nothing says that an intermediate is merely missing.</summary>
    UnknownIssuer,

    /// <summary>A signature in the chain is wrong.</summary>
    BadSignature,

    /// <summary>A certificate in the chain is not made for this use (server authentication, or issuing).</summary>
    WrongUsage,

    /// <summary>
    /// The certificate is revoked. Found only where revocation was looked up, which this probe never does.
    /// </summary>
    Revoked,

    /// <summary>Another rule of the chain is broken; the certificate's <c>Statuses</c> name it.</summary>
    Other,
}
