namespace Weir.Lab.Faults;

/// <summary>
/// Chooses the reply for each turn. A script holds no state: all it knows is in the <see cref="Turn"/>, so one may
/// be nested in another, and a single <see cref="Reply"/> is a script too.
/// </summary>
public sealed partial class Script
{
    private readonly Func<Turn, Reply?> _choose;

    private Script(Func<Turn, Reply?> choose) => _choose = choose;

    /// <summary>Always <paramref name="reply"/>.</summary>
    public static Script Always(Reply reply) => new(_ => reply);

    /// <summary>A reply is the script that always gives it.</summary>
    public static implicit operator Script(Reply reply) => Always(reply);

    /// <summary>The same as the conversion.</summary>
    public static Script FromReply(Reply reply) => Always(reply);

    /// <summary>
    /// Any choice. Null puts it off until the request is there; null with a request in hand is a mistake that
    /// disposing the server reports.
    /// </summary>
    public static Script Of(Func<Turn, Reply?> choose) => new(choose);

    /// <summary>The reply to <paramref name="turn"/>, or null as in <see cref="Of"/>.</summary>
    public Reply? Choose(Turn turn) => _choose(turn);
}
