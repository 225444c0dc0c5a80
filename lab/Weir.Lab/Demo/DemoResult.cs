using Weir.Diagnosis;
using Weir.Knowledge;
using Weir.Probing;

namespace Weir.Lab.Demo;

/// <summary>What Weir said of a scene.</summary>
/// <param name="Scene">The scene.</param>
/// <param name="Diagnosis">The whole answer.</param>
public sealed record DemoResult(DemoScene Scene, Diagnosis.Diagnosis Diagnosis)
{
    /// <summary>Whether the failure was named.</summary>
    public bool FailureIsRight => Diagnosis.Failures is [var first, ..] && first.Kind == Scene.Failure;

    /// <summary>Whether the first cause is one of those that fit.</summary>
    public bool CauseIsRight => Diagnosis.Causes is [var first, ..] && Scene.Causes.Contains(first.Id);

    /// <summary>Whether the verdict is right: failure and first cause.</summary>
    public bool IsRight => FailureIsRight && CauseIsRight;

    /// <summary>Starts the scene's servers, diagnoses them as any site, and ends them.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public static async Task<DemoResult> PlayAsync(DemoScene scene, DemoSetting setting, CancellationToken stop)
    {
        await using var stage = scene.Open(setting);
        if (!Target.TryParse(stage.Url, out var target, out var problem))
        {
            throw new InvalidOperationException($"The scene \"{scene.Title}\" has a wrong address: {problem}");
        }

        var look = new OutsideLook(stage.Options, setting.Clock, setting.Random);
        var open = await look.LookAsync(target!, static _ => { }, stop);
        return new DemoResult(scene, new Diagnoser(new Judge(KnowledgeBase.Shipped)).Conclude(open));
    }
}
