using System.Net;

namespace Weir.Probing.Tcp;

/// <summary>
/// What a few other ports of a host answer. A SYN-ACK and a reset both prove that the host is up, which tells a filter
/// or a full queue on one port from a host that is down.
/// </summary>
/// <param name="Address">The host.</param>
/// <param name="Ports">The ports, in the order of <see cref="Usual"/>.</param>
public sealed record HostPorts(IPAddress Address, IReadOnlyList<PortAnswer> Ports)
{
    /// <summary>
    /// The ports asked. Few, so that no site takes it for a scan; the last is one where nothing lives, so a host that
    /// is not filtered refuses it.
    /// </summary>
    public static readonly IReadOnlyList<(int Port, string Name)> Usual =
    [
        (22, "ssh"), (80, "http"), (443, "https"), (8080, "http-alt"), (40001, "nothing"),
    ];

    /// <summary>At least one port was answered by the host itself.</summary>
    public bool IsUp => Ports.Any(port => port.Attempt.HostAnswered);

    /// <summary>The ports that were answered by the host, whatever the answer.</summary>
    public IEnumerable<PortAnswer> Answering => Ports.Where(port => port.Attempt.HostAnswered);

    /// <summary>The ports that stayed silent.</summary>
    public IEnumerable<PortAnswer> Silent => Ports.Where(port => port.Attempt.Silent);

    /// <summary>Asks the usual ports but <paramref name="except"/>, all at once.</summary>
    /// <param name="address">The host.</param>
    /// <param name="except">The port that is in question and was asked already.</param>
    /// <param name="limit">How long to wait for each; they run beside each other.</param>
    /// <param name="time">Measures and limits.</param>
    /// <param name="stop">Gives the probe up.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was raised before the end.</exception>
    public static Task<HostPorts> ProbeAsync(
        IPAddress address, int except, TimeSpan limit, TimeProvider time, CancellationToken stop)
        => ProbeAsync(address, [.. Usual.Where(usual => usual.Port != except)], limit, time, stop);

    /// <summary>The same for ports of one's own choice.</summary>
    internal static async Task<HostPorts> ProbeAsync(
        IPAddress address,
        IReadOnlyList<(int Port, string Name)> ports,
        TimeSpan limit,
        TimeProvider time,
        CancellationToken stop)
    {
        var answers = await Task.WhenAll(ports.Select(async port => new PortAnswer(
            port.Port,
            port.Name,
            await ConnectProbe.RunAsync(new IPEndPoint(address, port.Port), limit, time, stop).ConfigureAwait(false))))
            .ConfigureAwait(false);
        return new HostPorts(address, answers);
    }
}
