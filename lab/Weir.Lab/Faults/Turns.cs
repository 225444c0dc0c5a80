namespace Weir.Lab.Faults;

/// <summary>Counts the turns of a server and asks its script, one connection at a time.</summary>
internal sealed class Turns(Script script)
{
    private readonly Lock _gate = new();
    private int _taken;

    public Script Script { get; set; } = script;

    /// <summary>The reply to play before the request is read, if the next one acts by <paramref name="now"/>.</summary>
    public Reply? TakeEarly(Moment now, int connection)
    {
        lock (_gate)
        {
            var reply = Script.Choose(new Turn(_taken + 1, connection, OnConnection: 1, Request: null));
            if (reply is null || reply.Moment > now)
                return null;
            _taken++;
            return reply;
        }
    }

    /// <summary>The reply to a request. One that acts on accept may come up here: it then acts at once.</summary>
    public Reply Take(ReceivedRequest request)
    {
        lock (_gate)
        {
            _taken++;
            var turn = new Turn(_taken, request.Connection, request.OnConnection, request);
            return Script.Choose(turn)
                ?? throw new InvalidOperationException($"No reply to {request.Method} {request.Target} in the script.");
        }
    }
}
