using Weir.Probing.Answers;

namespace Weir.Tests.Probing.Answers;

/// <summary>Builds answers from a few words.</summary>
internal static class Pages
{
    /// <summary>An answer; each field as <c>Name: value</c>.</summary>
    public static AnsweredPage Of(int status, string body, params IReadOnlyList<string> fields) => new(
        status, "", [.. fields.Select(Field)], body, System.Text.Encoding.UTF8.GetByteCount(body));

    private static KeyValuePair<string, string> Field(string line)
    {
        var parts = line.Split(": ", 2);
        return new(parts[0], parts[1]);
    }
}
