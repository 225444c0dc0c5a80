using System.Buffers;

namespace Weir.Probing.Http;

/// <summary>Keeps the first bytes of a stream, up to a limit, and counts them all.</summary>
internal sealed class ByteKeeper(int limit)
{
    private readonly ArrayBufferWriter<byte> _kept = new();

    /// <summary>Bytes seen.</summary>
    public long Count { get; private set; }

    /// <summary>Whether everything seen was kept.</summary>
    public bool HasAll => Count == _kept.WrittenCount;

    /// <summary>The bytes kept.</summary>
    public ReadOnlyMemory<byte> Kept => _kept.WrittenMemory;

    /// <summary>Takes the bytes that follow.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        Count += bytes.Length;
        _kept.Write(bytes[..Math.Min(limit - _kept.WrittenCount, bytes.Length)]);
    }
}
