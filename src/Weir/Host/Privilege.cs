namespace Weir.Host;

/// <summary>The privilege that a part of the machine asks for.</summary>
internal static class Privilege
{
    /// <summary>Reading what belongs to another user's process: its descriptors, namespaces, folders.</summary>
    public const string Processes = "root, or CAP_SYS_PTRACE";

    /// <summary>Reading the kernel's log.</summary>
    public const string KernelLog = "root, or CAP_SYSLOG";

    /// <summary>Reading the filter's rules.</summary>
    public const string Firewall = "root, or CAP_NET_ADMIN";

    /// <summary>Entering another network namespace.</summary>
    public const string Namespaces = "root, or CAP_SYS_ADMIN";

    /// <summary>What is missing when <paramref name="path"/> may not be read.</summary>
    public static string For(string path) => path switch
    {
        "/dev/kmsg" => KernelLog,
        _ when path.StartsWith("/proc/", StringComparison.Ordinal) => Processes,
        _ => "root, or the right to read it",
    };
}
