using Weir.Vocabulary;

namespace Weir.Probing.Answers;

/// <summary>A phrase with which a piece of software names what went wrong.</summary>
/// <param name="Sign">Where the phrase stands.</param>
/// <param name="Means">The failures it can mean, the likeliest first. <see cref="Failure.UpstreamError"/> alone says
/// that the answer was passed on.</param>
internal sealed record Saying(Mark Sign, params IReadOnlyList<Failure> Means);
