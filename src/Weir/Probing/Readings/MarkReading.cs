using Weir.Diagnosis;
using Weir.Probing.Answers;
using Weir.Probing.Checks;
using static Weir.Diagnosis.Observable;

namespace Weir.Probing.Readings;

/// <summary>
/// What the failing page says beside its status: maintenance, a refusal of this visitor, a stranger's page.
/// </summary>
internal static class MarkReading
{
    // Apache writes this into every 503, so it announces nothing.
    private const string ApacheWords = "due to maintenance downtime or capacity";

    // RFC 6585 section 6, RFC 9110 section 15.5.8.
    private const int NetworkLogin = 511;
    private const int ProxyLogin = 407;

    public static IEnumerable<Finding> Of(AnswerView answer)
        => new[] { Maintenance(answer), Refused(answer), Intercepted(answer) }.OfType<Finding>();

    private static Finding? Maintenance(AnswerView answer)
    {
        var page = answer.Page;
        var retry = page.Fields
            .FirstOrDefault(each => each.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value;
        var notice = page.Body.Contains("maintenance", StringComparison.OrdinalIgnoreCase)
            && !page.Body.Contains(ApacheWords, StringComparison.Ordinal);
        return page.Status != 503 || (!notice && retry is null) ? null
            : AnswerReading.Note(answer, notice
                ? "The page speaks of maintenance."
                : $"The answer says when to come back (Retry-After: {retry}).") with
            {
                Answers = [(MaintenanceAnnounced, true)],
            };
    }

    private static Finding? Refused(AnswerView answer)
        => answer.Page.Status is 403 or 429 && Refusal.Is(answer.Sampled)
            ? AnswerReading.Note(answer, answer.Page.Status == 429
                ? "The site says that this address has asked too often (429)."
                : $"The site refuses this visitor: {answer.Answerer?.Software} answers in its place.") with
            {
                Answers = [(RefusesVisitor, true)],
            }
            : null;

    // A proxy of an office or provider, a filter program, or the login page of a guest network.
    private static Finding? Intercepted(AnswerView answer)
        => answer.Page.Status is NetworkLogin or ProxyLogin || answer.Answerer?.Role == AnswererRole.ForwardProxy
            ? AnswerReading.Note(answer, answer.Page.Status == NetworkLogin
                ? "The network wants a login before it lets anybody through (511)."
                : $"Not the site answers but {answer.Answerer?.Software ?? "a proxy"} on the way there.") with
            {
                Source = Source.Visitor,
                Answers = [(InterceptorAnswers, true)],
            }
            : null;
}
