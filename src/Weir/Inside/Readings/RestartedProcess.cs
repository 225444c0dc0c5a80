using Weir.Inside.Checks;

namespace Weir.Inside.Readings;

/// <summary>
/// Whether what comes back again and again may be an application. A machine starts programs all the time, for cron,
/// scripts and checks; in a container what comes back is what the container is for.
/// </summary>
internal static class RestartedProcess
{
    // The kernel's names, cut at 15 characters, of those whose work is to start others again.
    private static readonly string[] Supervisors =
        ["systemd", "supervisord", "runsv", "s6-supervise", "PM2", "containerd-shim", "docker-init", "tini",
            "dumb-init", "circusd", "monit", "god"];

    private const string Pause = "sleep";

    private static readonly string[] Runtimes =
        ["node", "python", "java", "ruby", "php", "perl", "dotnet", "beam.smp", "gunicorn", "uwsgi", "puma"];

    /// <summary>
    /// What comes back: seen twice, or started by a parent of a container that starts one thing after another, as a
    /// supervisor does that pauses between two lives.
    /// </summary>
    public static ProcessBirths? Loop(IReadOnlyList<ProcessBirths> births, bool onTheMachineItself)
        => births.FirstOrDefault(each => each.IsReplacement && each.Name != Pause)
            ?? (onTheMachineItself ? null : births.GroupBy(each => each.Parent)
                .Where(group => group.Sum(each => each.Count) > 1)
                .Select(group => group.FirstOrDefault(each => each.Name != Pause))
                .FirstOrDefault(each => each is not null));

    /// <summary>Whether a supervisor starts it, or it is of a kind that serves sites.</summary>
    public static bool IsApplication(Machine machine, ProcessBirths births)
        => Runtimes.Any(each => births.Name.StartsWith(each, StringComparison.Ordinal))
            || (machine.Processes.Find(births.Parent) is { } parent
                && Supervisors.Any(each => parent.Name.StartsWith(each, StringComparison.Ordinal)));
}
