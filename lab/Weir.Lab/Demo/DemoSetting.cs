using Weir.Lab.Faults;

namespace Weir.Lab.Demo;

/// <summary>What every scene may use.</summary>
/// <param name="Certificates">Good and bad certificates.</param>
/// <param name="Clock">The time.</param>
/// <param name="Random">Chance.</param>
public sealed record DemoSetting(TestCertificates Certificates, TimeProvider Clock, Random Random);
