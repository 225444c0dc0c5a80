namespace Weir.Tests.Kit;

/// <summary>Chance that is the same in every run.</summary>
internal static class Chance
{
#pragma warning disable RS0030 // The ban is on chance without a seed.
    public static Random Seeded(int seed = 502) => new(seed);
#pragma warning restore RS0030
}
