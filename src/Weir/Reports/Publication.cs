using System.Collections.Immutable;

namespace Weir.Reports;

/// <summary>
/// The one place where a diagnosis is made fit to leave the process: every face begins here, so that no secret can
/// reach one of them by a forgotten field. Control characters are another matter: each face writes them in its way.
/// </summary>
internal static class Publication
{
    /// <summary>
    /// The most characters of one text that a report repeats: a page of a terminal. Longer ones are pasted pages,
    /// and the sentences of the seats are far below.
    /// </summary>
    public const int LongestText = 4_000;

    /// <summary>The diagnosis with every text bounded and without secrets.</summary>
    public static Diagnosis.Diagnosis Of(Diagnosis.Diagnosis diagnosis) => diagnosis with
    {
        Target = Text(diagnosis.Target),
        AnsweredBy = diagnosis.AnsweredBy is { } by ? Answerer(by) : null,
        Failures = Each(diagnosis.Failures, it => it with { Hop = Text(it.Hop), Endpoint = Text(it.Endpoint) }),
        Causes = Each(diagnosis.Causes, Cause),
        Evidence = Each(diagnosis.Evidence, it => it with
        {
            Hop = Text(it.Hop),
            Says = Text(it.Says),
            Data = SecretMask.Apply(it.Data, LongestText),
        }),
        Skipped = Each(diagnosis.Skipped, it => new(Text(it.Check), Text(it.Why), Text(it.Needs))),
        Next = Each(diagnosis.Next, Text),
        Steps = Each(diagnosis.Steps, it => it with { Step = Text(it.Step), Because = Text(it.Because) }),
        Contacts = Each(diagnosis.Contacts, Text),
        Path = Each(diagnosis.Path, it => it with { Name = Text(it.Name), Detail = Text(it.Detail) }),
        Redirects = Each(diagnosis.Redirects, Text),
    };

    private static Diagnosis.AnsweredBy Answerer(Diagnosis.AnsweredBy by) => by with
    {
        Software = Text(by.Software),
        Version = by.Version is { } version ? Text(version) : null,
        Hop = Text(by.Hop),
    };

    private static Diagnosis.SuspectedCause Cause(Diagnosis.SuspectedCause cause) => cause with
    {
        Title = Text(cause.Title),
        Summary = Text(cause.Summary),
        VisitorRemedies = Each(cause.VisitorRemedies, Text),
        AdminRemedies = Each(cause.AdminRemedies, Text),
    };

    private static string Text(string text) => SecretMask.Apply(text, LongestText);

    private static ImmutableArray<T> Each<T>(ImmutableArray<T> items, Func<T, T> publish)
        => items.IsDefaultOrEmpty ? [] : [.. items.Select(publish)];
}
