namespace Weir.Host;

/// <summary>What a security module of the kernel does.</summary>
public enum SecurityState
{
    /// <summary>It could not be read.</summary>
    Unknown,

    /// <summary>It is not there, or is off.</summary>
    Absent,

    /// <summary>It only writes down what it would forbid.</summary>
    Permissive,

    /// <summary>It forbids.</summary>
    Enforcing,
}
