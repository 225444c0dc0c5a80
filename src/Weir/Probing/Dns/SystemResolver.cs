using System.Net;
using System.Net.Sockets;
using NameService = System.Net.Dns;

namespace Weir.Probing.Dns;

/// <summary>Looks names up as every other program of this machine does, and reads what steers that.</summary>
/// <param name="time">The clock of the budget and of the time taken.</param>
/// <param name="folder">Where <c>resolv.conf</c> and <c>hosts</c> are.</param>
public sealed class SystemResolver(TimeProvider time, string folder = "/etc")
{
    /// <summary>
    /// The resolver's configuration, or why it cannot be read. A missing file is an empty one, as to glibc.
    /// </summary>
    public (ResolvConf? Configuration, string? Problem) ReadConfiguration()
    {
        var (text, problem) = SettingsText.Read(Path.Combine(folder, "resolv.conf"));
        return (text is null ? null : ResolvConf.Parse(text), problem);
    }

    /// <summary>Looks <paramref name="name"/> up. What goes wrong is an outcome, never an exception.</summary>
    /// <param name="name">A host name; one with other letters than ASCII's is turned into A-labels.</param>
    /// <param name="budget">How long the system may take; after that it is not waited for.</param>
    /// <param name="stop">Ends the wait early.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public async Task<SystemLookup> LookAsync(string name, TimeSpan budget, CancellationToken stop)
    {
        if (!HostName.TryParse(name, out var host, out var problem))
        {
            return new() { Name = name, Outcome = SystemOutcome.InvalidName, Detail = $"{name} {problem}" };
        }

        var (configuration, configurationProblem) = ReadConfiguration();
        var (hosts, hostsProblem) = SettingsText.Read(Path.Combine(folder, "hosts"));
        var start = time.GetTimestamp();
        var answer = await AskAsync(host, budget, stop);
        return answer with
        {
            Elapsed = time.GetElapsedTime(start),
            Configuration = configuration,
            FromHostsFile = hosts is null ? [] : HostsFile.Parse(hosts).Find(host.Ascii),
            Skipped = [.. new[] { configurationProblem, hostsProblem }.OfType<string>()],
        };
    }

    /// <summary>What an error of getaddrinfo means.</summary>
    internal static (SystemOutcome Outcome, string Says) Meaning(SocketError error) => error switch
    {
        SocketError.HostNotFound => (SystemOutcome.NameNotFound, "does not exist, or has no address"),
        SocketError.NoData => (SystemOutcome.NoData, "exists and has no address"),
        SocketError.TryAgain => (SystemOutcome.TryAgain, "could not be looked up: no server answered, or it failed"),
        _ => (SystemOutcome.Failed, $"could not be looked up ({error})"),
    };

    private async Task<SystemLookup> AskAsync(HostName host, TimeSpan budget, CancellationToken stop)
    {
        try
        {
            var addresses = await NameService.GetHostAddressesAsync(host.Ascii, CancellationToken.None)
                .WaitAsync(budget, time, stop);
            return new()
            {
                Name = host.Shown,
                Outcome = addresses.Length > 0 ? SystemOutcome.Answered : SystemOutcome.NoData,
                Addresses = addresses,
                Detail = $"{host.Shown}: {string.Join<IPAddress>(", ", addresses)}",
            };
        }
        catch (SocketException error)
        {
            var (outcome, says) = Meaning(error.SocketErrorCode);
            return new() { Name = host.Shown, Outcome = outcome, Detail = $"{host.Shown} {says}" };
        }
        catch (TimeoutException)
        {
            return new()
            {
                Name = host.Shown,
                Outcome = SystemOutcome.Timeout,
                Detail = $"{host.Shown}: the system had no answer after {budget.TotalSeconds:0.#} s",
            };
        }
    }
}
