namespace Weir.Probing.Dns.Wire;

/// <summary>What stands before the data of every record.</summary>
/// <param name="Name">The owner.</param>
/// <param name="Type">The type.</param>
/// <param name="Class">The class; in the EDNS record the sender's size.</param>
/// <param name="Life">The four bytes of the time to live; in the EDNS record the upper bits of the code.</param>
/// <param name="DataBytes">How many bytes of data follow.</param>
internal readonly record struct RecordHead(string Name, RecordType Type, ushort Class, uint Life, ushort DataBytes)
{
    /// <summary>The time to live; zero where the top bit is set (RFC 2181 section 8).</summary>
    public TimeSpan TimeToLive => TimeSpan.FromSeconds(Life > int.MaxValue ? 0 : (int)Life);

    /// <summary>Reads a head and leaves the cursor at the data.</summary>
    public static RecordHead Read(ref PacketReader reader) => new(
        NameReader.Read(ref reader),
        new RecordType(reader.UInt16()),
        reader.UInt16(),
        reader.UInt32(),
        reader.UInt16());
}
