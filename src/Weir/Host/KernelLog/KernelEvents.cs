using System.Globalization;
using System.Text.RegularExpressions;

namespace Weir.Host.KernelLog;

/// <summary>Reads events out of the lines of the kernel's log. Lines that tell none are left out.</summary>
public static partial class KernelEvents
{
    /// <summary>Characters of a line that are looked at: the kernel's own lines have at most about 1,000.</summary>
    private const int MaxLine = 2_000;

    /// <summary>Older kernels say "Kill", with a score; a name may itself hold parentheses.</summary>
    private const string Killed = @"Kill(?:ed)? process (?<pid>\d+) \((?<name>.{0,16}?)\)(?:,| total-vm| score)";

    private static readonly (KernelEventKind Kind, Regex Pattern)[] Patterns =
    [
        (KernelEventKind.OutOfMemory, GlobalKill()),
        (KernelEventKind.CgroupOutOfMemory, CgroupKill()),
        (KernelEventKind.Crash, Segfault()),
        (KernelEventKind.Crash, Trap()),
        (KernelEventKind.SynFlood, Flood()),
        (KernelEventKind.ConntrackFull, TableFull()),
        (KernelEventKind.NeighbourTableFull, NeighbourOverflow()),
        (KernelEventKind.SocketMemory, TcpMemory()),
        (KernelEventKind.FileTableFull, FileMax()),
        (KernelEventKind.ForkRefused, ForkRejected()),
        (KernelEventKind.BlockedTask, Blocked()),
        (KernelEventKind.ReadOnlyFileSystem, RemountedReadOnly()),
        (KernelEventKind.DiskError, DiskFailed()),
        (KernelEventKind.DiskError, XfsFailed()),
        (KernelEventKind.LinkDown, LinkLost()),
        (KernelEventKind.AccessDenied, SeLinuxDenied()),
        (KernelEventKind.AccessDenied, AppArmorDenied()),
    ];

    /// <summary>The events of a log.</summary>
    /// <param name="records">The lines, oldest first.</param>
    /// <param name="boot">When the kernel's clock began.</param>
    public static IReadOnlyList<KernelEvent> Of(IEnumerable<KernelRecord> records, DateTimeOffset boot)
    {
        ArgumentNullException.ThrowIfNull(records);
        var events = new List<KernelEvent>();
        var groups = new Dictionary<int, string>(); // Who is killed stands in one line, its group in the line before.
        foreach (var record in records)
        {
            var line = record.Text[..Math.Min(record.Text.Length, MaxLine)];
            if (Victim().Match(line) is { Success: true } victim)
            {
                groups[NumberOf(victim, "pid") ?? 0] = victim.Groups["place"].Value;
            }
            else if (Read(line, boot + record.SinceBoot) is { } found)
            {
                events.Add(found is { Place: null, Process: { } id } && groups.Remove(id, out var group)
                    ? found with { Place = group }
                    : found);
            }
        }

        return events;
    }

    /// <summary>The event that a line tells; null when it tells none.</summary>
    internal static KernelEvent? Read(string line, DateTimeOffset at)
    {
        if (LoggedPacket.Parse(line) is { } packet)
        {
            return new KernelEvent(at, KernelEventKind.FirewallLine, line) { Packet = packet };
        }

        foreach (var (kind, pattern) in Patterns)
        {
            if (pattern.Match(line) is { Success: true } match)
            {
                return new KernelEvent(at, kind, line)
                {
                    Process = NumberOf(match, "pid"),
                    Name = TextOf(match, "name"),
                    Place = TextOf(match, "place"),
                };
            }
        }

        return null;
    }

    private static int? NumberOf(Match match, string group)
        => int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string? TextOf(Match match, string group)
        => match.Groups[group] is { Success: true, Value: { Length: > 0 } text } ? text : null;

    [GeneratedRegex(@"^oom-kill:constraint=.*task_memcg=(?<place>[^,]*),task=.*,pid=(?<pid>\d+),uid=")]
    private static partial Regex Victim();

    [GeneratedRegex(@"^Out of memory(?: \([^)]*\))?: " + Killed)]
    private static partial Regex GlobalKill();

    [GeneratedRegex("^Memory cgroup out of memory: " + Killed)]
    private static partial Regex CgroupKill();

    [GeneratedRegex(@"^(?<name>.{1,16}?)\[(?<pid>\d+)\]: (?:segfault at|unhandled exception|bad frame)")]
    private static partial Regex Segfault();

    [GeneratedRegex(@"^traps: (?<name>.{1,16}?)\[(?<pid>\d+)\] (?:trap |general protection)")]
    private static partial Regex Trap();

    [GeneratedRegex(@"Possible SYN flooding on port (?<place>\S{1,60})\. ")]
    private static partial Regex Flood();

    [GeneratedRegex(@"nf_conntrack: table full|nf_conntrack: .*: table full")]
    private static partial Regex TableFull();

    [GeneratedRegex(@"(?<place>\w+): neighbou?r table overflow|[Nn]eighbou?r table overflow")]
    private static partial Regex NeighbourOverflow();

    [GeneratedRegex(@"TCP: out of memory|too many orphaned sockets")]
    private static partial Regex TcpMemory();

    [GeneratedRegex(@"VFS: file-max limit \d+ reached")]
    private static partial Regex FileMax();

    [GeneratedRegex(@"cgroup: fork rejected by pids controller in (?<place>\S+)")]
    private static partial Regex ForkRejected();

    [GeneratedRegex(@"^INFO: task (?<name>.{1,16}):(?<pid>\d+) blocked for more than \d+ seconds")]
    private static partial Regex Blocked();

    [GeneratedRegex(@"\((?:device )?(?<place>[^)\s]+)\)?:? ?.*(?:[Rr]emounting filesystem read-only|forced readonly)")]
    private static partial Regex RemountedReadOnly();

    [GeneratedRegex(@"(?:EXT\d-fs error \(device |BTRFS:? \w+ \(device |I/O error, dev )(?<place>[\w-]+)")]
    private static partial Regex DiskFailed();

    [GeneratedRegex(@"XFS \((?<place>[\w-]+)\): (?:metadata I/O error|log I/O error|Corruption|.*[Ss]hutting down)")]
    private static partial Regex XfsFailed();

    [GeneratedRegex(@"(?<place>[\w.@-]+):? (?:NIC )?[Ll]ink (?:is )?[Dd]own")]
    private static partial Regex LinkLost();

    [GeneratedRegex("""avc: +denied +\{ (?<place>[^}]*) \}.* pid=(?<pid>\d+) comm="(?<name>[^"]*)"(?:.*)""")]
    private static partial Regex SeLinuxDenied();

    [GeneratedRegex("""apparmor="DENIED" operation="(?<place>[^"]*)".* pid=(?<pid>\d+) comm="(?<name>[^"]*)"(?:.*)""")]
    private static partial Regex AppArmorDenied();
}
