using static Weir.Diagnosis.Observable;

namespace Weir.Diagnosis;

/// <summary>
/// Observables that describe how a request fails, rather than the state of what makes it fail. Where one cause brings
/// another about, these are as the consequence makes them, and the others as the root makes them.
/// </summary>
internal static class Symptoms
{
    /// <summary>Whether <paramref name="observable"/> describes the failing request itself.</summary>
    public static bool IsSymptom(this Observable observable) => observable
        is OnlySomePaths or EveryPathSlow or OnlyReusedConnections or FixedDuration or InstantFailure or SlowNearLimit
        or Intermittent or GatewayMadeIt or ApplicationMadeIt or ThirdPartyMarks;
}
