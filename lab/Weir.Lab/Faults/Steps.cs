namespace Weir.Lab.Faults;

/// <summary>The steps that replies are made of.</summary>
internal static class Steps
{
    /// <summary>Closes, without a word to TLS.</summary>
    public static readonly Step Close = (wire, _) => Done(() => wire.Close(ConnectionEnd.Closed));

    /// <summary>
    /// Closes as a well-behaved server does: TLS is told, and nothing unread turns the FIN into a RST.
    /// </summary>
    public static readonly Step CloseGently = (wire, stop) => wire.CloseGentlyAsync(stop);

    /// <summary>Resets.</summary>
    public static readonly Step Reset = (wire, _) => Done(wire.Reset);

    /// <summary>Reads and drops until the peer goes.</summary>
    public static readonly Step Hang = (wire, stop) => wire.DrainAsync(FaultLimits.Hold, stop);

    /// <summary>Neither reads nor writes, like a process that is stopped.</summary>
    public static readonly Step Freeze = async (wire, stop) =>
    {
        await Task.Delay(FaultLimits.Hold, wire.Clock, stop);
        wire.Close(ConnectionEnd.Closed);
    };

    /// <summary>Waits until the peer has sent anything.</summary>
    public static readonly Step AwaitAnything = async (wire, stop) => await wire.ReadAsync(new byte[4096], stop);

    public static Step Send(ReadOnlyMemory<byte> bytes) => (wire, stop) => wire.SendAsync(bytes, stop);

    /// <summary>The answer, without its content where the request was HEAD (RFC 9110, 9.3.2).</summary>
    public static Step Send(Answer answer)
        => (wire, stop) => wire.SendAsync(wire.Request?.Method == "HEAD" ? answer.Head : answer.Bytes, stop);

    public static Step SendSlowly(ReadOnlyMemory<byte> bytes, TimeSpan period) => async (wire, stop) =>
    {
        for (var sent = 0; sent < bytes.Length; sent++)
        {
            await wire.SendAsync(bytes.Slice(sent, 1), stop);
            await Task.Delay(period, wire.Clock, stop);
        }
    };

    public static Step SendEndlessly(ReadOnlyMemory<byte> pattern) => async (wire, stop) =>
    {
        for (var sent = 0L; sent < FaultLimits.EndlessBytes; sent += pattern.Length)
            await wire.SendAsync(pattern, stop);
        wire.Close(ConnectionEnd.Closed);
    };

    public static Step Pause(TimeSpan time)
        => (wire, stop) => new ValueTask(Task.Delay(time, wire.Clock, stop));

    private static ValueTask Done(Action act)
    {
        act();
        return ValueTask.CompletedTask;
    }
}
