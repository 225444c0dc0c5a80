using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Weir.Host.Journal;

/// <summary>
/// Reads the export format of the journal: a field a line, an empty line between entries. A value that holds line
/// breaks follows its name and a length of 8 bytes, little-endian.
/// </summary>
public static class JournalExport
{
    /// <summary>Entries kept.</summary>
    private const int MaxEntries = 50_000;

    /// <summary>Bytes kept of a field: a message of an application may have megabytes.</summary>
    private const int MaxField = 16 * 1024;

    /// <summary>Fields kept of an entry; systemd's have about 30.</summary>
    private const int MaxFields = 200;

    /// <summary>Reads the entries. One that is cut short, or has no time, is left out.</summary>
    public static IReadOnlyList<JournalEntry> Parse(ReadOnlySpan<byte> export)
    {
        var entries = new List<JournalEntry>();
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        while (export.Length > 0 && entries.Count < MaxEntries)
        {
            var end = export.IndexOf((byte)'\n');
            var line = end < 0 ? export : export[..end];
            export = end < 0 ? [] : export[(end + 1)..];
            if (line.Length == 0)
            {
                Close(entries, ref fields);
            }
            else if (line.IndexOf((byte)'=') is > 0 and var equals)
            {
                Add(fields, line[..equals], line[(equals + 1)..]);
            }
            else if (!TakeBinary(fields, line, ref export))
            {
                return entries;
            }
        }

        Close(entries, ref fields);
        return entries;
    }

    private static bool TakeBinary(
        Dictionary<string, string> fields, ReadOnlySpan<byte> name, ref ReadOnlySpan<byte> export)
    {
        if (export.Length < 8)
        {
            return false;
        }

        var length = BinaryPrimitives.ReadUInt64LittleEndian(export);
        if (length >= (ulong)(export.Length - 8))
        {
            return false;
        }

        Add(fields, name, export.Slice(8, (int)length));
        export = export[(8 + (int)length + 1)..];
        return true;
    }

    private static void Add(Dictionary<string, string> fields, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (fields.Count < MaxFields)
        {
            fields[Encoding.UTF8.GetString(name)] = Encoding.UTF8.GetString(value[..Math.Min(value.Length, MaxField)]);
        }
    }

    private static void Close(List<JournalEntry> entries, ref Dictionary<string, string> fields)
    {
        if (fields.TryGetValue("__REALTIME_TIMESTAMP", out var text)
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var micro)
            && micro < 250_000_000_000_000_000)
        {
            entries.Add(new JournalEntry(DateTimeOffset.UnixEpoch.AddTicks(micro * 10), fields));
        }

        fields = new Dictionary<string, string>(StringComparer.Ordinal);
    }
}
