using Weir.Diagnosis;
using Weir.Knowledge;
using Weir.Probing;
using Weir.Reports;

namespace Weir.Cli;

/// <summary>
/// Looks at a site and judges it, once or until it is well; what is seen goes to a terminal as it comes.
/// </summary>
/// <param name="surroundings">The process around it.</param>
/// <param name="options">How to look.</param>
/// <param name="knowledge">What is known, read in the meantime.</param>
internal sealed class Diagnosing(Surroundings surroundings, ProbeOptions options, Task<KnowledgeBase> knowledge)
{
    /// <summary>
    /// The first pause of <c>--wait</c>; it doubles, since a site in distress needs no further visitors.
    /// </summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause: a person who waits wants to know within half a minute.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>The whole diagnosis, once.</summary>
    public async Task<Diagnosis.Diagnosis> OnceAsync(Target target, CancellationToken stop)
    {
        var open = await LookAsync(target, options, Show, stop);
        return await JudgeAsync(open);
    }

    /// <summary>
    /// Asks with one request after each pause; when that goes well, the whole diagnosis says whether it stays so.
    /// </summary>
    public async Task<Diagnosis.Diagnosis> UntilWellAsync(
        Target target, Diagnosis.Diagnosis first, CancellationToken stop)
    {
        var gentle = options with { Samples = 1, OnlyAsAsked = true };
        var began = surroundings.Clock.GetTimestamp();
        surroundings.Error.WriteLine($"weir: {Headline(first)}; asking again until it is well. Ctrl-C ends it.");
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            await Task.Delay(pause, surroundings.Clock, stop);
            var now = await JudgeAsync(await LookAsync(target, gentle, static _ => { }, stop));
            var after = Durations.Words(TimeSpan.FromSeconds(
                Math.Round(surroundings.Clock.GetElapsedTime(began).TotalSeconds)));
            surroundings.Error.WriteLine($"weir: after {after}: {Headline(now)}");
            if (now.Verdict == Verdict.Healthy && await OnceAsync(target, stop) is { Verdict: Verdict.Healthy } well)
            {
                return well;
            }
        }
    }

    private static string Headline(Diagnosis.Diagnosis diagnosis)
        => diagnosis.Verdict == Verdict.Healthy ? "it is well again"
            : diagnosis.Status is { } status ? $"it answers {status}" : "it does not answer";

    private Task<Case> LookAsync(Target target, ProbeOptions how, Action<Fact> seen, CancellationToken stop)
        => new OutsideLook(how, surroundings.Clock, surroundings.Random).LookAsync(target, seen, stop);

    private async Task<Diagnosis.Diagnosis> JudgeAsync(Case open)
        => new Diagnoser(new Judge(await knowledge)).Conclude(open);

    private void Show(Fact fact)
    {
        if (surroundings.ErrorIsTerminal && fact.Says.Length > 0)
        {
            surroundings.Error.WriteLine($"  {Printable.Of(SecretMask.Apply(fact.Says))}");
        }
    }
}
