namespace Weir.Probing.Answers;

/// <summary>What an answer says of caches.</summary>
/// <param name="FromCache">Whether a cache answered; null where nothing tells.</param>
/// <param name="Age">How long ago it was made, from <c>Age</c> (RFC 9111 section 5.1); null without one.</param>
/// <param name="Says">The fields that tell, as <c>Name: value</c>; safe to print.</param>
public sealed record CacheMark(bool? FromCache, TimeSpan? Age, IReadOnlyList<string> Says);
