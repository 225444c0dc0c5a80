using Weir.Probing.Answers;
using Weir.Probing.Checks;
using Weir.Vocabulary;

namespace Weir.Probing.Readings;

/// <summary>
/// Who answered the failing request, and what is said about the hop behind: the error page, Proxy-Status, the path.
/// </summary>
internal sealed class AnswerView
{
    private AnswerView(Sampled sampled, AnsweredPage page)
    {
        Sampled = sampled;
        Page = page;
        Answerer = Answerers.Identify(page);
        Hops = HopReader.Read(page);
        ProxyStatus = ProxyStatusField.Read(page.Fields
            .Where(each => each.Key.Equals(ProxyStatusField.FieldName, StringComparison.OrdinalIgnoreCase))
            .Select(each => each.Value));
    }

    /// <summary>The answer that is looked at.</summary>
    public Sampled Sampled { get; }

    /// <summary>Its page.</summary>
    public AnsweredPage Page { get; }

    /// <summary>Who it is from; null where nothing tells.</summary>
    public Answerer? Answerer { get; }

    /// <summary>The hops that it names.</summary>
    public IReadOnlyList<Hop> Hops { get; }

    /// <summary>What gateways say in Proxy-Status (RFC 9209).</summary>
    public ProxyStatusField ProxyStatus { get; }

    /// <summary>
    /// The gateway that says in Proxy-Status what went wrong: the one nearest to the application that does.
    /// </summary>
    public ProxyStatusMember? Speaker
        => ProxyStatus.Members.FirstOrDefault(member => member.ErrorToken is not null || member.Possible.Count > 0);

    /// <summary>
    /// The failures that the answer itself names for the hop behind, likeliest first; empty where none.
    /// </summary>
    public IReadOnlyList<Failure> Named => Speaker is { Possible.Count: > 0 } speaker ? speaker.Possible
        : Answerer?.Possible ?? [];

    /// <summary>Whether whoever answered made the error itself; null where that cannot be told.</summary>
    public bool? MadeIt => Speaker is { } speaker ? speaker.Possible is not [Failure.UpstreamError] : Answerer?.MadeIt;

    /// <summary>Whether the body is text of some kind that is no markup.</summary>
    public bool HasPlainWords => new PageView(Page).HasPlainWords;

    /// <summary>
    /// The view of the answer that stands for the failing ones: the most common status, the earliest of it.
    /// </summary>
    public static AnswerView? Of(SiteView view)
    {
        var answered = view.AsAsked.Where(each => each.Page is not null).ToList();
        var failing = answered.Where(each => each.Fails).ToList();
        var chosen = (failing.Count > 0 ? failing : answered)
            .GroupBy(each => each.Status)
            .OrderByDescending(group => group.Count())
            .FirstOrDefault()?.MinBy(each => each.At);
        return chosen is null ? null : new AnswerView(chosen, chosen.Page!);
    }
}
