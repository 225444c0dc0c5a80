namespace Weir.Vocabulary;

/// <summary>Whether the same request may be sent again after a failure (RFC 9110 section 9.2.2).</summary>
public enum RetrySafety
{
    /// <summary>Always: nothing of the request was written, or the peer says that it did not process it.</summary>
    Always,

    /// <summary>Only when the method is idempotent: the request may have been processed.</summary>
    Idempotent,

    /// <summary>Never by the gateway: part of an answer has been passed on, or another try cannot differ.</summary>
    Never,
}
