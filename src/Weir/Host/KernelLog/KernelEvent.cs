namespace Weir.Host.KernelLog;

/// <summary>
/// Something that the kernel wrote down. There is one log for all containers: look whose process it was.
/// </summary>
/// <param name="At">When.</param>
/// <param name="Kind">What.</param>
/// <param name="Text">The line.</param>
public sealed record KernelEvent(DateTimeOffset At, KernelEventKind Kind, string Text)
{
    /// <summary>The process, in the machine's own numbering.</summary>
    public int? Process { get; init; }

    /// <summary>The name of the process, at most 15 characters.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// The control group (of a kill or a refused fork), device (disk, link), port (flood) or permission (denied).
    /// </summary>
    public string? Place { get; init; }

    /// <summary>The packet, of a <see cref="KernelEventKind.FirewallLine"/>.</summary>
    public LoggedPacket? Packet { get; init; }
}
