using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Weir.Reports;

/// <summary>How all of Weir's JSON is written.</summary>
internal static class JsonText
{
    // Relaxed: the output is no HTML, and people read it; control characters are escaped all the same.
    private static readonly JsonWriterOptions Options =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What <paramref name="write"/> writes, indented, with a line end behind it.</summary>
    public static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        return WithoutFormatCharacters(Encoding.UTF8.GetString(buffer.WrittenSpan)) + "\n";
    }

    // The encoder lets characters through that reorder or hide text on a terminal. Outside of strings JSON is ASCII,
    // so each may be written as an escape wherever it stands.
    private static string WithoutFormatCharacters(string json)
    {
        if (Ascii.IsValid(json))
        {
            return json;
        }

        var safe = new StringBuilder(json.Length);
        foreach (var letter in json)
        {
            var isFormat = char.GetUnicodeCategory(letter) is UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            safe.Append(isFormat ? $"\\u{(int)letter:X4}" : letter.ToString());
        }

        return safe.ToString();
    }

    /// <summary>RFC 3339 in UTC; milliseconds where there are any.</summary>
    public static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString(
        at.Millisecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
        CultureInfo.InvariantCulture);

    /// <summary>An array of texts.</summary>
    public static void WriteStrings(this Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts.IsDefault ? [] : texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>A number, or null.</summary>
    public static void WriteNumberOrNull(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>True, false, or null.</summary>
    public static void WriteBooleanOrNull(this Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } isSo)
        {
            json.WriteBoolean(name, isSo);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
