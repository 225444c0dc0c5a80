using Weir.Probing.Tls;

namespace Weir.Probing.Answers;

/// <summary>An answer prepared for looking: bounded, with the common questions.</summary>
internal sealed class PageView(AnsweredPage page)
{
    private readonly string _body = page.Body.Length <= AnswerLimits.Body ? page.Body : page.Body[..AnswerLimits.Body];

    public int Status => page.Status;

    /// <summary>Whether the body is text of some kind that is no markup: JSON, or words for a program.</summary>
    public bool HasPlainWords => _body.AsSpan().TrimStart() is [not '<', ..];

    /// <summary>The values of every field of the name, in order.</summary>
    public IEnumerable<string> Values(string name) => page.Fields.Take(AnswerLimits.Fields)
        .Where(field => field.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
        .Select(field => field.Value.Length <= AnswerLimits.FieldValue
            ? field.Value
            : field.Value[..AnswerLimits.FieldValue]);

    public bool Has(Mark mark) => mark.Place switch
    {
        MarkPlace.Body => _body.Contains(mark.Text, StringComparison.Ordinal),
        MarkPlace.WholeBody => page.BodyLength <= _body.Length * 4L
            && _body.AsSpan().Trim().Equals(mark.Text, StringComparison.Ordinal),
        MarkPlace.BodyWithout => _body.Length > 0 && !_body.Contains(mark.Text, StringComparison.Ordinal),
        MarkPlace.Length => page.BodyLength == mark.Number,
        MarkPlace.Field => Values(mark.Name)
            .Any(value => value.Contains(mark.Text, StringComparison.OrdinalIgnoreCase)),
        MarkPlace.Server => Values(mark.Name).Any(value => IsProduct(value, mark.Text)),
        MarkPlace.NoField => !Values(mark.Name).Any(),
        MarkPlace.Reason => page.Reason.Equals(mark.Text, StringComparison.OrdinalIgnoreCase),
        MarkPlace.Status => page.Status == mark.Number,
    };

    /// <summary>The weights of the marks that are there, together.</summary>
    public int Sum(IReadOnlyList<Mark> marks) => marks.Where(Has).Sum(mark => mark.Weight);

    /// <summary>The words around a sign: from it to the end of the line or element.</summary>
    public string Quote(Mark sign)
    {
        var words = sign.Place switch
        {
            MarkPlace.Body => LineFrom(_body, _body.IndexOf(sign.Text, StringComparison.Ordinal), sign.Text.Length),
            MarkPlace.Field or MarkPlace.Server => $"{sign.Name}: {Values(sign.Name)
                .First(value => value.Contains(sign.Text, StringComparison.OrdinalIgnoreCase))}",
            MarkPlace.WholeBody or MarkPlace.Reason when sign.Text.Length > 0 => sign.Text,
            _ => sign.ToString(),
        };
        return Printable.Text(words.Trim(), AnswerLimits.Quote);
    }

    /// <summary>The version that the body shows after one of the words.</summary>
    public string? VersionInBody(IReadOnlyList<string> after)
        => after.Select(word => VersionIn(_body, word)).FirstOrDefault(version => version is not null);

    /// <summary>The version that a field shows after one of the words.</summary>
    public string? VersionInFields(IReadOnlyList<string> after)
        => after.SelectMany(word => Values("Server").Concat(Values("Via")).Concat(Values("X-Powered-By"))
            .Select(value => VersionIn(value, word))).FirstOrDefault(version => version is not null);

    private static string LineFrom(string text, int start, int atLeast)
    {
        var end = text.AsSpan(start + atLeast).IndexOfAny('<', '\n', '\r');
        return end < 0 ? text[start..] : text.Substring(start, atLeast + end);
    }

    private static bool IsProduct(string value, string product)
        => value.StartsWith(product, StringComparison.OrdinalIgnoreCase)
            && (value.Length == product.Length || value[product.Length] is '/' or ' ' or '(' or ',');

    private static string? VersionIn(string text, string word)
    {
        var start = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return null;
        }

        var rest = text.AsSpan(start + word.Length);
        var length = 0;
        while (length < Math.Min(rest.Length, AnswerLimits.Version)
            && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] is '.' or '-' or '+' or '~'))
        {
            length++;
        }

        return length > 0 && char.IsAsciiDigit(rest[0]) ? rest[..length].TrimEnd('.').ToString() : null;
    }
}
