namespace Weir.Inside;

/// <summary>When something is read that only a difference makes telling.</summary>
public enum Moment
{
    /// <summary>Before the upstreams are asked.</summary>
    Begin,

    /// <summary>After that.</summary>
    End,
}
