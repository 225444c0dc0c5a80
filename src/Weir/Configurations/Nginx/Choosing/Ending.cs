namespace Weir.Configurations.Nginx.Choosing;

/// <summary>How a request ends.</summary>
/// <param name="Action">What happens.</param>
/// <param name="Status">The status that nginx makes; null when it is not nginx that makes one, or not known.</param>
/// <param name="Text">Where a redirect leads, or the body of an answer; null when it has neither.</param>
internal sealed record Ending(RouteAction Action, int? Status, Evaluated? Text)
{
    /// <summary>An answer of nginx's own.</summary>
    public static Ending Answer(int status, SourceLine at) => new(new AnswerAction(status, null, at), status, null);

    /// <summary>It has a page of nginx's own, which an error page may replace.</summary>
    public bool HasOwnPage => Action is AnswerAction { Status: >= 300, Text: null };
}
