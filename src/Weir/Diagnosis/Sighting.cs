using Weir.Vocabulary;

namespace Weir.Diagnosis;

/// <summary>A failure that was seen at a hop.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Hop"><c>visitor->gateway</c> or <c>gateway->NAME</c>.</param>
/// <param name="Endpoint"><c>host:port</c>, <c>[v6]:port</c> or <c>unix:/path</c>.</param>
/// <param name="Count">How many of the attempts failed so.</param>
/// <param name="Of">How many attempts there were.</param>
public sealed record Sighting(Failure Kind, string Hop, string Endpoint, int Count, int Of);
