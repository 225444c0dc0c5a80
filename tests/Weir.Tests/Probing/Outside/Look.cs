using Weir.Diagnosis;
using Weir.Knowledge;
using Weir.Probing;
using Told = global::Weir.Diagnosis.Diagnosis;

namespace Weir.Tests.Probing.Outside;

/// <summary>Looks at a real server from outside and concludes, as the command does.</summary>
internal static class Look
{
    private static readonly Diagnoser Judge = new(new Judge(KnowledgeBase.Shipped));

    /// <summary>The diagnosis of a URL that can be read, within a test.</summary>
    public static Task<Told> AtAsync(string url) => AtAsync(url, new ProbeOptions());

    /// <summary>The same with options.</summary>
    public static Task<Told> AtAsync(string url, ProbeOptions options)
        => BesideAsync(url, options, TestContext.Current.CancellationToken);

    /// <summary>The same beside the tests, until <paramref name="stop"/>.</summary>
    public static async Task<Told> BesideAsync(string url, ProbeOptions options, CancellationToken stop)
    {
        Assert.True(Target.TryParse(url, out var target, out var problem), problem);
        var look = new OutsideLook(options, TimeProvider.System, Kit.Chance.Seeded());
        return Judge.Conclude(await look.LookAsync(target!, static _ => { }, stop));
    }
}
