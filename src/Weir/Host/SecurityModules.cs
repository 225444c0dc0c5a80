namespace Weir.Host;

/// <summary>The security modules that may forbid what file modes allow: a gateway then gets EACCES or EPERM.</summary>
/// <param name="SeLinux">SELinux.</param>
/// <param name="AppArmor">AppArmor; it is enforcing where at least one profile is, which only root may read.</param>
public sealed record SecurityModules(SecurityState SeLinux, SecurityState AppArmor)
{
    /// <summary>Reads their state.</summary>
    public static SecurityModules Read(HostRoot root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var enforce = root.Number("/sys/fs/selinux/enforce");
        var enabled = root.Text("/sys/module/apparmor/parameters/enabled");
        return new SecurityModules(
            enforce.TryGet(out var number) ? (number == 0 ? SecurityState.Permissive : SecurityState.Enforcing)
                : StateOf(enforce.Missing!),
            !enabled.TryGet(out var text) ? StateOf(enabled.Missing!)
                : text.StartsWith('Y') ? Profiles(root)
                : SecurityState.Absent);
    }

    private static SecurityState Profiles(HostRoot root)
        => !root.Text("/sys/kernel/security/apparmor/profiles").TryGet(out var profiles) ? SecurityState.Unknown
            : profiles.Contains("(enforce)", StringComparison.Ordinal) ? SecurityState.Enforcing
            : profiles.Trim().Length > 0 ? SecurityState.Permissive
            : SecurityState.Absent;

    private static SecurityState StateOf(Unread missing)
        => missing.Reason == UnreadReason.Absent ? SecurityState.Absent : SecurityState.Unknown;
}
