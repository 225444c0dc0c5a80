namespace Weir.Inside;

/// <summary>How a replayed request differs from the gateway's own.</summary>
public enum HopVariation
{
    /// <summary>Exactly as the gateway would ask.</summary>
    AsGateway,

    /// <summary>In packets too small for any hole in the path's MTU.</summary>
    SmallSegments,

    /// <summary>For a page that does not exist, so that no work is done.</summary>
    NoSuchPage,

    /// <summary>Encrypted, where the gateway speaks plain.</summary>
    OverTls,

    /// <summary>By FastCGI, where the gateway speaks HTTP.</summary>
    ByFastCgi,
}
