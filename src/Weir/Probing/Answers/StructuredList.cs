namespace Weir.Probing.Answers;

/// <summary>
/// A structured field that is a list of items, read strictly: all of it or nothing (RFC 9651 section 4.2).
/// </summary>
/// <param name="Items">The members; none where the field is wrong.</param>
/// <param name="Error">What is wrong and where; null where the field is right.</param>
public sealed record StructuredList(IReadOnlyList<StructuredItem> Items, string? Error)
{
    /// <summary>Reads one field value; several lines of a field are joined with a comma before (section 4.2).</summary>
    /// <param name="field">The value.</param>
    /// <param name="most">The number of members from which the field is refused.</param>
    public static StructuredList Read(string field, int most)
    {
        var reader = new StructuredReader(field);
        var items = new List<StructuredItem>();
        reader.SkipSpaces();
        while (!reader.AtEnd && reader.Error is null)
        {
            if (items.Count == most)
            {
                return new([], $"more than {most} members");
            }

            if (reader.Item() is not { } item)
            {
                break;
            }

            items.Add(item);
            reader.Comma();
        }

        return reader.Error is null ? new(items, null) : new([], $"{reader.Error} at {reader.At}");
    }
}
