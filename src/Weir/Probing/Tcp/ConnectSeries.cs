using System.Net;

namespace Weir.Probing.Tcp;

/// <summary>Several attempts to connect to one endpoint, spread over some seconds.</summary>
/// <param name="Endpoint">Where to.</param>
/// <param name="Attempts">What each met, in the order in which they began; at least one.</param>
public sealed record ConnectSeries(EndPoint Endpoint, IReadOnlyList<ConnectAttempt> Attempts)
{
    /// <summary>How many connected.</summary>
    public int Connected => Attempts.Count(attempt => attempt.Connected);

    /// <summary>How many of those connected only on a repeated SYN.</summary>
    public int Late => Attempts.Count(attempt => attempt.Late);

    /// <summary>How many met silence.</summary>
    public int Silent => Attempts.Count(attempt => attempt.Silent);

    /// <summary>How often each outcome came: <c>connected</c>, <c>silent</c>, <c>ECONNREFUSED</c>, …</summary>
    public IReadOnlyDictionary<string, int> Outcomes => Attempts
        .CountBy(attempt => attempt.Outcome)
        .ToDictionary(count => count.Key, count => count.Value);

    /// <summary>What they look like together.</summary>
    public ConnectPattern Pattern => (Connected, Failed: Attempts.Count - Connected - Silent) switch
    {
        (0, 0) => ConnectPattern.NoneAnswer,
        (0, _) => ConnectPattern.NoneConnect,
        (_, > 0) => ConnectPattern.SomeFail,
        _ => Silent + Late > 0 ? ConnectPattern.SomeLate : ConnectPattern.AllConnect,
    };

    /// <summary>
    /// Runs the attempts. Each begins at its time whether or not the one before has ended, so the whole takes the
    /// spacings and one limit.
    /// </summary>
    /// <param name="request">
    /// What each attempt asks. A limit of 8 s sees a SYN repeated at +1, +3 and +7 s succeed.
    /// </param>
    /// <param name="plan">How many, how far apart.</param>
    /// <param name="time">Spaces, measures and limits.</param>
    /// <param name="stop">Gives the series up.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was raised before the end.</exception>
    public static async Task<ConnectSeries> RunAsync(
        ConnectRequest request, SeriesPlan plan, TimeProvider time, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(plan);
        var bounded = plan.Bounded();
        var running = new List<Task<ConnectAttempt>>(bounded.Count);
        for (var i = 0; i < bounded.Count; i++)
        {
            if (i > 0)
            {
                await Task.Delay(bounded.Spacing, time, stop).ConfigureAwait(false);
            }

            running.Add(ConnectProbe.RunAsync(request, time, stop));
        }

        return new ConnectSeries(request.Endpoint, await Task.WhenAll(running).ConfigureAwait(false));
    }
}
