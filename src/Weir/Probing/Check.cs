namespace Weir.Probing;

/// <summary>
/// One thing to look at. A check is a plain value: two equal checks are the same look, and it is taken once. The plan
/// makes them, the runner runs them.
/// </summary>
public abstract record Check
{
    /// <summary>What is looked at, for people.</summary>
    public abstract string Name { get; }

    /// <summary>The longest time it may take.</summary>
    public abstract TimeSpan Limit { get; }

    /// <summary>Whether it only lets time pass: when nothing else runs any more, it is not waited for.</summary>
    public virtual bool IsIdle => false;

    /// <summary>
    /// Looks. What goes wrong on the way is part of the fact; only a cancelled look throws, by
    /// <see cref="OperationCanceledException"/>.
    /// </summary>
    public abstract Task<Fact> LookAsync(ProbeContext context, CancellationToken stop);
}
