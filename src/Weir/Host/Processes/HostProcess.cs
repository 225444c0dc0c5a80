namespace Weir.Host.Processes;

/// <summary>What everyone may see of a process.</summary>
/// <param name="Id">Its number, in the pid namespace whose <c>/proc</c> was read.</param>
/// <param name="Parent">The number of its parent; 0 for the first.</param>
/// <param name="Name">The kernel's name of it, at most 15 characters.</param>
/// <param name="CommandLine">Its arguments as it shows them now; may hold secrets. Empty for kernel threads.</param>
/// <param name="State">What it does.</param>
/// <param name="User">The numeric id of its effective user.</param>
/// <param name="Threads">How many threads it has.</param>
/// <param name="StartedAt">When it began, to the hundredth of a second; null when the boot time is not known.</param>
public sealed record HostProcess(
    int Id,
    int Parent,
    string Name,
    IReadOnlyList<string> CommandLine,
    ProcessState State,
    int User,
    int Threads,
    DateTimeOffset? StartedAt)
{
    private const string MasterTitle = "nginx: master process";

    /// <summary>
    /// It is nginx's master: the one that reads the configuration and keeps the listeners. nginx writes it into its
    /// title.
    /// </summary>
    public bool IsNginxMaster
        => CommandLine is [var title, ..] && title.StartsWith(MasterTitle, StringComparison.Ordinal);
}
