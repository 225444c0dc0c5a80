using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Weir.Cli;

/// <summary>The system's own chance: what it gives cannot be guessed from what it gave before.</summary>
#pragma warning disable RS0030 // This is the one source of chance of the process; everybody else is given it.
internal sealed class SystemRandom() : Random
#pragma warning restore RS0030
{
    /// <inheritdoc/>
    public override int Next() => (int)(NextInt64() & int.MaxValue) is var value and < int.MaxValue ? value : 0;

    /// <inheritdoc/>
    public override int Next(int maxValue) => Next(0, maxValue);

    /// <inheritdoc/>
    public override int Next(int minValue, int maxValue)
        => minValue == maxValue ? minValue : RandomNumberGenerator.GetInt32(minValue, maxValue);

    /// <inheritdoc/>
    public override long NextInt64()
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        RandomNumberGenerator.Fill(bytes);
        return BinaryPrimitives.ReadInt64LittleEndian(bytes) & long.MaxValue;
    }

    /// <inheritdoc/>
    public override void NextBytes(byte[] buffer) => RandomNumberGenerator.Fill(buffer);

    /// <inheritdoc/>
    public override void NextBytes(Span<byte> buffer) => RandomNumberGenerator.Fill(buffer);

    /// <inheritdoc/>
    protected override double Sample() => (NextInt64() >> 10) / (double)(1L << 53);
}
