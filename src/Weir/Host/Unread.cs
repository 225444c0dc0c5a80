namespace Weir.Host;

/// <summary>Something of this machine that could not be read: a fact in itself, and never a pass.</summary>
/// <param name="What">What was to be read: a path or a program.</param>
/// <param name="Reason">The kind of obstacle.</param>
/// <param name="Why">What the system said, in one line.</param>
/// <param name="Needs">The privilege or program that would help; null where nothing would.</param>
public sealed record Unread(string What, UnreadReason Reason, string Why, string? Needs = null)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => Needs is null ? $"{What}: {Why}" : $"{What}: {Why} (needs {Needs})";
}
