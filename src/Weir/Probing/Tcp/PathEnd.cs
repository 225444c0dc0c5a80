namespace Weir.Probing.Tcp;

/// <summary>Why a path trace ended.</summary>
public enum PathEnd
{
    /// <summary>The target answered.</summary>
    Target,

    /// <summary>A router or filter on the way says that packets cannot or may not go on.</summary>
    Refusal,

    /// <summary>
    /// Several hops in a row were silent: beyond the last answering one, packets or answers are lost.
    /// </summary>
    Silence,

    /// <summary>The longest distance asked for was reached without the target.</summary>
    HopLimit,

    /// <summary>The time was up.</summary>
    TimeLimit,

    /// <summary>This machine could not send: it has no route, or forbids it.</summary>
    NotSent,

    /// <summary>This system does not tell of ICMP errors without privileges.</summary>
    NotSupported,
}
