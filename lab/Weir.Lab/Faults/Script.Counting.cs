namespace Weir.Lab.Faults;

public sealed partial class Script
{
    /// <summary>One after the other over the whole server, whatever the connection; the last one stays.</summary>
    public static Script InOrder(params Script[] scripts) => Nth(scripts, turn => turn.Number);

    /// <summary>One for each connection in the order of their accepts; the last one stays.</summary>
    public static Script ByConnection(params Script[] scripts) => Nth(scripts, turn => turn.Connection);

    /// <summary>The same order again on each connection: its first request, its second …; the last one stays.</summary>
    public static Script OnEachConnection(params Script[] scripts) => Nth(scripts, turn => turn.OnConnection);

    /// <summary>The first <paramref name="count"/> turns, and then the rest.</summary>
    public static Script FirstThen(int count, Script first, Script then)
        => new(turn => (turn.Number <= count ? first : then).Choose(turn));

    /// <summary>Every <paramref name="n"/>-th turn, and all others.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is not positive.</exception>
    public static Script EveryNth(int n, Script nth, Script otherwise)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        return new(turn => (turn.Number % n == 0 ? nth : otherwise).Choose(turn));
    }

    private static Script Nth(Script[] scripts, Func<Turn, int> count)
    {
        ArgumentOutOfRangeException.ThrowIfZero(scripts.Length, nameof(scripts));
        Script[] own = [.. scripts];
        return new(turn => own[Math.Min(count(turn), own.Length) - 1].Choose(turn));
    }
}
