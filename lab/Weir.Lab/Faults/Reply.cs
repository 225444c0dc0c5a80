using System.Collections.Immutable;
using System.Text;

namespace Weir.Lab.Faults;

/// <summary>
/// What a faulty server does with one request, or with one connection where it acts before a request. Immutable; the
/// verbs that make one are in the other parts of this type, a family a file. Where nothing else is said the
/// connection stays open for the next request.
/// </summary>
public sealed partial record Reply
{
    private Reply(string name, Moment moment, params ImmutableArray<Step> steps)
        => (Name, Moment, Steps) = (name, moment, steps);

    /// <summary>The verb and its numbers, for reports of a scenario.</summary>
    public string Name { get; private init; }

    internal Moment Moment { get; private init; }

    internal ImmutableArray<Step> Steps { get; private init; }

    internal TimeSpan? IdleLimit { get; private init; }

    /// <summary>The same after a delay.</summary>
    public Reply After(TimeSpan delay) => this with { Steps = Steps.Insert(0, Faults.Steps.Pause(delay)) };

    /// <summary>The same, and then the server closes gently. Has no effect where the reply ends by itself.</summary>
    public Reply ThenClose() => Then(Faults.Steps.CloseGently);

    /// <summary>The same, and then the server resets the connection.</summary>
    public Reply ThenReset() => Then(Faults.Steps.Reset);

    /// <summary>The same, and then nothing more, while the connection stays open.</summary>
    public Reply ThenHang() => Then(Faults.Steps.Hang);

    /// <summary>
    /// The same, and the server closes when no further request has begun within <paramref name="idle"/>. Zero closes
    /// right after an answer that promised to keep the connection: the keep-alive race on demand.
    /// </summary>
    public Reply CloseIdleAfter(TimeSpan idle) => this with { IdleLimit = idle };

    /// <summary>The same as soon as the head is read; the body of the request stays unread.</summary>
    public Reply WithoutReadingBody() => this with { Moment = Moment.HeadRead };

    /// <inheritdoc/>
    public override string ToString() => Name;

    private Reply Then(Step step) => this with { Steps = Steps.Add(step) };

    private static Reply OnRequest(string name, params ImmutableArray<Step> steps)
        => new(name, Moment.RequestRead, steps);

    private static byte[] Latin1(string text) => Encoding.Latin1.GetBytes(text);
}
