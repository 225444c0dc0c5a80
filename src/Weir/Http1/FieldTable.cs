using System.Buffers;
using System.Text;

namespace Weir.Http1;

/// <summary>
/// The fields of a section in the order in which they came, as slices of the section's bytes: no string is made.
/// Slices are valid until the section is reset.
/// </summary>
public sealed class FieldTable
{
    private const int FirstFields = 32;

    private readonly LineBuffer _lines;
    private Entry[] _entries = [];

    internal FieldTable(LineBuffer lines) => _lines = lines;

    /// <summary>The number of field lines.</summary>
    public int Count { get; private set; }

    /// <summary>The name of field <paramref name="index"/> (0 to Count - 1) in its original case.</summary>
    public ReadOnlySpan<byte> Name(int index)
    {
        ref readonly var entry = ref At(index);
        return _lines.Bytes.Slice(entry.NameStart, entry.NameLength);
    }

    /// <summary>The value of field <paramref name="index"/> without white space at its ends.</summary>
    public ReadOnlySpan<byte> Value(int index)
    {
        ref readonly var entry = ref At(index);
        return _lines.Bytes.Slice(entry.ValueStart, entry.ValueLength);
    }

    /// <summary>Which of the fields that matter to the protocol field <paramref name="index"/> is.</summary>
    public KnownField Known(int index) => At(index).Known;

    /// <summary>Where field <paramref name="index"/> begins, in bytes from the start of the section.</summary>
    public int Position(int index) => At(index).NameStart;

    /// <summary>The first field of that kind at or after <paramref name="from"/>; -1 where there is none.</summary>
    public int Find(KnownField field, int from = 0)
    {
        for (var index = from; index < Count; index++)
        {
            if (_entries[index].Known == field)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>The first field with that name, whatever its case; -1 where there is none.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        for (var index = 0; index < Count; index++)
        {
            if (Ascii.EqualsIgnoreCase(Name(index), name))
            {
                return index;
            }
        }

        return -1;
    }

    internal void Add(int nameStart, int nameLength, int valueStart, int valueLength)
    {
        if (Count == _entries.Length)
        {
            Grow();
        }

        var known = KnownFields.Of(_lines.Bytes.Slice(nameStart, nameLength));
        _entries[Count++] = new Entry(nameStart, nameLength, valueStart, valueLength, known);
    }

    /// <summary>The last field goes on here; what lies between becomes spaces (RFC 9112 section 5.2).</summary>
    internal void Extend(int start, int length)
    {
        ref var last = ref _entries[Count - 1];
        if (length == 0)
        {
            return;
        }

        if (last.ValueLength == 0)
        {
            last = last with { ValueStart = start, ValueLength = length };
            return;
        }

        var end = last.ValueStart + last.ValueLength;
        _lines.Bytes[end..start].Fill(Octets.Space);
        last = last with { ValueLength = start + length - last.ValueStart };
    }

    internal void Reset()
    {
        if (_entries.Length > 0)
        {
            ArrayPool<Entry>.Shared.Return(_entries);
        }

        (_entries, Count) = ([], 0);
    }

    private ref readonly Entry At(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
        return ref _entries[index];
    }

    private void Grow()
    {
        var larger = ArrayPool<Entry>.Shared.Rent(Math.Max(FirstFields, Count * 2));
        _entries.AsSpan(0, Count).CopyTo(larger);
        if (_entries.Length > 0)
        {
            ArrayPool<Entry>.Shared.Return(_entries);
        }

        _entries = larger;
    }

    private readonly record struct Entry(
        int NameStart, int NameLength, int ValueStart, int ValueLength, KnownField Known);
}
