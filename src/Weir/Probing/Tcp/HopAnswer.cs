namespace Weir.Probing.Tcp;

/// <summary>Who answered the probes that lived for a number of hops.</summary>
public enum HopAnswer
{
    /// <summary>Nobody. A silent hop between answering ones is a router that does not talk, not a loss.</summary>
    Silence,

    /// <summary>A router of the path, where the packet's life ended.</summary>
    Router,

    /// <summary>The target itself.</summary>
    Target,

    /// <summary>Another than the target says that the packet cannot or may not go on.</summary>
    Refusal,

    /// <summary>This machine did not even send it.</summary>
    NotSent,
}
