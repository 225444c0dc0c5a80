using Weir.Vocabulary;

namespace Weir.Logs.Recent;

/// <summary>
/// The failures that follow from others: once every server is marked down, nginx fails at once for fail_timeout, and
/// such lines far outnumber the real failures.
/// </summary>
/// <param name="Began">The first "no live upstreams".</param>
/// <param name="Count">How many there are.</param>
/// <param name="Root">
/// The earliest real failure before it; null where the log does not reach back, or the servers were only full.
/// </param>
public sealed record Amplification(DateTimeOffset Began, int Count, FailedTry? Root)
{
    // fail_timeout is 10 s by default; what lies further back than six of them has another story.
    private static readonly TimeSpan Reach = TimeSpan.FromSeconds(60);

    /// <summary>Finds it among failed tries, oldest first; null where no group was down.</summary>
    public static Amplification? Find(IReadOnlyList<FailedTry> tries)
    {
        ArgumentNullException.ThrowIfNull(tries);
        if (tries.FirstOrDefault(IsFollow) is not { } first)
        {
            return null;
        }

        var root = tries.FirstOrDefault(each => !IsFollow(each) && IsOfUpstream(each) && each.Server == first.Server
            && each.At <= first.At && each.At >= first.At - Reach);
        return new(first.At, tries.Count(IsFollow), root);
    }

    private static bool IsFollow(FailedTry one) => one.Kind == Failure.NoHealthyUpstream;

    private static bool IsOfUpstream(FailedTry one)
        => one.Upstream.Length > 0 && one.Kind is not (Failure.NameNotFound or Failure.NameTimeout
            or Failure.NameServerFailed);
}
