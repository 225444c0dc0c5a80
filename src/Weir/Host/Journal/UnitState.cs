using System.Globalization;

namespace Weir.Host.Journal;

/// <summary>The state of a unit of systemd, as <c>systemctl show</c> prints it.</summary>
/// <param name="Unit">Its name.</param>
/// <param name="Load"><c>loaded</c>, <c>not-found</c>, <c>masked</c>, <c>error</c>, …</param>
/// <param name="Active"><c>active</c>, <c>inactive</c>, <c>failed</c>, <c>activating</c>, <c>deactivating</c>.</param>
/// <param name="Sub">The finer state: <c>running</c>, <c>dead</c>, <c>auto-restart</c>, …</param>
/// <param name="Result">How the last run ended: <c>success</c>, <c>exit-code</c>, <c>oom-kill</c>, …</param>
/// <param name="MainProcess">Its main process; 0 is none.</param>
/// <param name="ExitStatus">The exit code or signal of the last main process.</param>
/// <param name="Restarts">How often systemd started it again.</param>
/// <param name="ActiveSince">
/// When it became active last, counted from the boot; null when it never did. To be compared with the uptime.
/// </param>
public sealed record UnitState(
    string Unit,
    string Load,
    string Active,
    string Sub,
    string Result,
    int MainProcess,
    int ExitStatus,
    long Restarts,
    TimeSpan? ActiveSince)
{
    /// <summary>systemd answers at once, unless it hangs itself.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    private const string Properties =
        "Id,LoadState,ActiveState,SubState,Result,MainPID,ExecMainStatus,NRestarts,ActiveEnterTimestampMonotonic";

    /// <summary>Asks systemd for the state of units; one that it does not know is <c>not-found</c>.</summary>
    public static Reading<IReadOnlyList<UnitState>> Read(IReadOnlyList<string> units)
        => HostProgram.Run(
            "systemctl", ["show", "--no-pager", "--property=" + Properties, "--", .. units], Limit, "systemd")
            .Select(Parse);

    /// <summary>Reads <c>Name=value</c> lines, with an empty line between units.</summary>
    public static IReadOnlyList<UnitState> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.Split("\n\n").Select(ParseOne).OfType<UnitState>()];
    }

    private static UnitState? ParseOne(string text)
    {
        var values = KernelText.Lines(text)
            .Select(line => line.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0], pair => pair[1], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        string Of(string name) => values.GetValueOrDefault(name, "");
        long Number(string name)
            => long.TryParse(Of(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var active = Number("ActiveEnterTimestampMonotonic");
        return Of("Id").Length == 0 ? null : new UnitState(
            Of("Id"), Of("LoadState"), Of("ActiveState"), Of("SubState"), Of("Result"), (int)Number("MainPID"),
            (int)Number("ExecMainStatus"), Number("NRestarts"),
            active is > 0 and < long.MaxValue / 10 ? TimeSpan.FromTicks(active * 10) : null);
    }
}
