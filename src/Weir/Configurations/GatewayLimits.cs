namespace Weir.Configurations;

/// <summary>Limits of the whole gateway.</summary>
public sealed record GatewayLimits
{
    /// <summary>Worker processes; null for one a processor.</summary>
    public int? Workers { get; init; }

    /// <summary>Connections a worker may have, to visitors and upstreams together.</summary>
    public int? ConnectionsPerWorker { get; init; }

    /// <summary>Descriptors a worker may have; null for the limit that the gateway was started with.</summary>
    public long? DescriptorsPerWorker { get; init; }

    /// <summary>Largest request body, bytes, where no site says otherwise; null for no limit.</summary>
    public long? MaxBodyBytes { get; init; }

    /// <summary>Buffers for a request's line and fields; a longer line is answered 414, a longer field 400.</summary>
    public BufferCount? RequestHead { get; init; }
}
