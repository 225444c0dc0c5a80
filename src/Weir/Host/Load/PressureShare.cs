namespace Weir.Host.Load;

/// <summary>A share of time, 0 to 100 percent, as averages of the kernel's pressure-stall information.</summary>
/// <param name="Avg10">Over the last 10 seconds.</param>
/// <param name="Avg60">Over the last minute.</param>
/// <param name="Avg300">Over the last five minutes.</param>
/// <param name="Total">The time itself since the boot.</param>
public sealed record PressureShare(double Avg10, double Avg60, double Avg300, TimeSpan Total);
