namespace Weir.Lab.Faults;

/// <summary>
/// The life of one connection: accept, TLS, and then request and reply in turn until one side ends it.
/// </summary>
internal sealed class Connection(Wire wire, Turns turns, Journal journal, FaultyServerOptions options)
{
    private static readonly Answer BadRequest = new(400, "Bad Request", [], [("Connection", "close")]);

    private readonly RequestReader _reader = new(wire);

    /// <summary>
    /// Serves to the end, which is recorded. Throws only for mistakes of the script or of this program.
    /// </summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var _ = wire;
        try
        {
            await ServeOrRejectAsync(stop);
        }
        catch (Exception problem) when (ConnectionEnds.Of(problem, stop) is { } end)
        {
            wire.Record.Finish(end, problem.Message);
        }
    }

    private async Task ServeOrRejectAsync(CancellationToken stop)
    {
        try
        {
            await ServeAsync(stop);
        }
        catch (InvalidDataException problem)
        {
            wire.Record.Finish(ConnectionEnd.Malformed, problem.Message);
            await wire.SendAsync(BadRequest.Bytes, stop);
            await wire.CloseGentlyAsync(stop);
        }
    }

    private async Task ServeAsync(CancellationToken stop)
    {
        await PlayEarlyAsync(options.Tls is null ? Moment.Connected : Moment.Accepted, stop);
        if (options.Tls is { } tls && !wire.IsOver)
        {
            await wire.StartTlsAsync(tls, stop);
            await PlayEarlyAsync(Moment.Connected, stop);
        }

        TimeSpan? idleLimit = null;
        for (var number = 1; !wire.IsOver && await NextBeginsAsync(idleLimit, stop); number++)
            idleLimit = await AnswerNextAsync(number, stop);
    }

    // Returns how long the connection may now be idle.
    private async Task<TimeSpan?> AnswerNextAsync(int number, CancellationToken stop)
    {
        var head = await _reader.ReadHeadAsync(stop);
        var request = RequestHead.Parse(head, wire.Record.Number, number, wire.Clock.GetUtcNow());
        var reply = turns.Take(request);
        if (reply.Moment != Moment.HeadRead)
            request = await ReadBodyAsync(request, stop);
        wire.Request = request;
        wire.Record.RequestReceived();
        journal.Add(request);

        await PlayAsync(reply, stop);
        if (!wire.IsOver && (request.WantsClose || reply.Moment == Moment.HeadRead))
            await wire.CloseGentlyAsync(stop);
        return reply.IdleLimit ?? options.IdleLimit;
    }

    private async Task<ReceivedRequest> ReadBodyAsync(ReceivedRequest request, CancellationToken stop)
    {
        if (request.Header("Expect") is not null)
            await wire.SendAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), stop);
        return await RequestBody.ReadAsync(request, _reader, stop);
    }

    private async Task PlayEarlyAsync(Moment now, CancellationToken stop)
    {
        if (turns.TakeEarly(now, wire.Record.Number) is { } reply)
            await PlayAsync(reply, stop);
    }

    private async Task PlayAsync(Reply reply, CancellationToken stop)
    {
        foreach (var step in reply.Steps)
        {
            if (wire.IsOver)
                return;
            await step(wire, stop);
        }
    }

    private async Task<bool> NextBeginsAsync(TimeSpan? limit, CancellationToken stop)
    {
        if (limit is not { } idle)
            return await _reader.WaitAsync(stop);

        using var timer = new CancellationTokenSource(idle, wire.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, stop);
        try
        {
            return await _reader.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            wire.Close(ConnectionEnd.ClosedIdle);
            return false;
        }
    }
}
