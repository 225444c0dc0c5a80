using System.Buffers.Binary;

namespace Weir.Lab.Faults;

/// <summary>The little of TLS that is needed to fail before it begins.</summary>
internal static class TlsSteps
{
    private const int RecordHeaderBytes = 5;
    private const byte HandshakeRecord = 22;

    /// <summary>Reads one record, so that a close after it is a FIN. What is not TLS is left as it is.</summary>
    public static readonly Step ReadHello = async (wire, stop) =>
    {
        var header = new byte[RecordHeaderBytes];
        await wire.ReadExactlyAsync(header, stop);
        if (header[0] == HandshakeRecord)
            await wire.ReadExactlyAsync(new byte[BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(3))], stop);
    };
}
