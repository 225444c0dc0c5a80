using Weir.Lab.Faults;

namespace Weir.Tests.Scenarios;

/// <summary>Certificates for all scenarios: making keys takes a second.</summary>
public sealed class ScenarioCertificates : IDisposable
{
    /// <summary>The certificates.</summary>
    public TestCertificates Made { get; } = new(TimeProvider.System);

    public void Dispose() => Made.Dispose();
}
