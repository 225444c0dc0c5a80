namespace Weir.Vocabulary;

/// <summary>What is always true of a failure, whoever saw it.</summary>
/// <param name="ProxyError">Its RFC 9209 error type; null for an error that the next hop itself answered.</param>
/// <param name="Status">The status that a gateway should answer with; 0 where the next hop's own status is passed
/// on.</param>
/// <param name="Phase">The phase in which it happens.</param>
/// <param name="Fault">Where it is seen.</param>
/// <param name="Retry">Whether the request may be sent again.</param>
/// <param name="Meaning">One plain sentence.</param>
public sealed record FailureTraits(
    ProxyError? ProxyError, int Status, Phase Phase, Fault Fault, RetrySafety Retry, string Meaning);
