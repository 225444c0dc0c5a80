namespace Weir.Vocabulary;

/// <summary>Whose part of the chain a failure is seen at first. A cause may lie deeper.</summary>
public enum Fault
{
    /// <summary>The gateway: its limits, its configuration, its own error.</summary>
    Gateway,

    /// <summary>The path between two hops, or a filter on it.</summary>
    Network,

    /// <summary>The server behind the hop.</summary>
    Upstream,

    /// <summary>The name service.</summary>
    Names,
}
