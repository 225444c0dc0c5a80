namespace Weir.Probing.Tcp;

/// <summary>
/// Traces the path to a target without privileges: packets with a short life, and the ICMP errors for them from the
/// error queue of the very socket that sent them.
/// </summary>
public static class PathTracer
{
    /// <summary>
    /// Hops asked at the same time. Few, because every probe beyond the target's distance arrives at the target.
    /// </summary>
    private const int Window = PathTrace.GapLimit;

    /// <summary>Runs the trace.</summary>
    /// <param name="request">What to trace, and how.</param>
    /// <param name="time">Measures and limits.</param>
    /// <param name="stop">Gives the trace up.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was raised before the end.</exception>
    public static async Task<PathTrace> RunAsync(TraceRequest request, TimeProvider time, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        var asked = request.Bounded();
        if (!OperatingSystem.IsLinux())
        {
            return PathTrace.Of(asked, [], PathEnd.NotSupported);
        }

        using var deadline = new CancellationTokenSource(asked.Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, deadline.Token);
        var hops = new List<PathHop>();
        PathEnd? end = null;
        while (end is null)
        {
            var distances = Enumerable.Range(hops.Count + 1, Math.Min(Window, asked.MaxHops - hops.Count));
            var window = distances.Select(distance => AskAsync(asked, distance, time, either.Token));
            hops.AddRange(await Task.WhenAll(window).ConfigureAwait(false));
            stop.ThrowIfCancellationRequested();
            end = PathTrace.EndOf(hops, asked.MaxHops) switch
            {
                null or PathEnd.Silence when deadline.IsCancellationRequested => PathEnd.TimeLimit,
                var found => found,
            };
        }

        return PathTrace.Of(asked, hops, end.Value);
    }

    /// <summary>
    /// Asks one hop until it answers, at most as often as was asked for. A time-out counts as silence.
    /// </summary>
    private static async Task<PathHop> AskAsync(
        TraceRequest request, int distance, TimeProvider time, CancellationToken either)
    {
        var silence = new PathHop(distance, HopAnswer.Silence);
        try
        {
            for (var i = 0; i < request.ProbesPerHop; i++)
            {
                var hop = request.Method switch
                {
                    TraceMethod.Udp => await HopProbe.UdpAsync(request, distance, time, either).ConfigureAwait(false),
                    TraceMethod.Tcp => await HopProbe.TcpAsync(request, distance, time, either).ConfigureAwait(false),
                };
                if (hop.Answer != HopAnswer.Silence)
                {
                    return hop;
                }
            }

            return silence;
        }
        catch (OperationCanceledException)
        {
            return silence; // The trace as a whole says whether its time was up or it was given up.
        }
    }
}
