using Weir.Probing.Tls;
using Weir.Vocabulary;

namespace Weir.Probing.Answers;

/// <summary>A Proxy-Status field (RFC 9209), read strictly.</summary>
/// <param name="Members">The hops that speak, the one nearest the application first; none where the field is
/// wrong.</param>
/// <param name="Error">What is wrong with the field; null where it is right or absent.</param>
public sealed record ProxyStatusField(IReadOnlyList<ProxyStatusMember> Members, string? Error)
{
    /// <summary>The field's name.</summary>
    public const string FieldName = "Proxy-Status";

    private static readonly string[] Known = ["error", "received-status", "next-hop", "next-protocol", "details"];

    /// <summary>
    /// Reads every line of the field in one answer, joined as RFC 9110 section 5.3 says. A known parameter of the wrong
    /// type spoils the whole field, as any error of syntax does; unknown parameters are kept and mean nothing here.
    /// </summary>
    public static ProxyStatusField Read(IEnumerable<string> lines)
    {
        var whole = string.Join(", ", lines.Take(AnswerLimits.Hops));
        if (whole.Length > AnswerLimits.ProxyStatus)
        {
            return new([], $"more than {AnswerLimits.ProxyStatus} characters");
        }

        var list = StructuredList.Read(whole, AnswerLimits.Hops);
        return list.Error is not null ? new([], list.Error)
            : list.Items.Select(Mistake).FirstOrDefault(mistake => mistake is not null) is { } wrong ? new([], wrong)
            : new([.. list.Items.Select(Member)], null);
    }

    private static string? Mistake(StructuredItem item) => item switch
    {
        { Value.Kind: not (BareKind.String or BareKind.Token) } => "a member's name is neither a string nor a token",
        _ when Wrong(item, "error", BareKind.Token, BareKind.Token) => "error is not a token",
        _ when Wrong(item, "received-status", BareKind.Integer, BareKind.Integer)
            => "received-status is not an integer",
        _ when Wrong(item, "next-hop", BareKind.String, BareKind.Token) => "next-hop is neither a string nor a token",
        _ when Wrong(item, "next-protocol", BareKind.Token, BareKind.Bytes)
            => "next-protocol is neither a token nor a byte sequence",
        _ when Wrong(item, "details", BareKind.String, BareKind.String) => "details is not a string",
        _ => null,
    };

    private static bool Wrong(StructuredItem item, string key, BareKind one, BareKind other)
        => item.Parameters.TryGetValue(key, out var value) && value.Kind != one && value.Kind != other;

    private static ProxyStatusMember Member(StructuredItem item)
    {
        var token = Text(item, "error");
        return new(
            Short(item.Value.Text), Known209(token), token, Status(item), Text(item, "next-hop"),
            Text(item, "next-protocol"), Text(item, "details"),
            item.Parameters.Where(pair => !Known.Contains(pair.Key))
                .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal));
    }

    // The enum's spelling has hyphens where the registry has underscores; a token with a hyphen is another one.
    private static ProxyError? Known209(string? token)
        => token is null || token.Contains('-') ? null : Spelling.FromKebab<ProxyError>(token.Replace('_', '-'));

    private static int? Status(StructuredItem item)
        => item.Parameters.TryGetValue("received-status", out var value) && value.Number is >= 100 and <= 999
            ? (int)value.Number
            : null;

    private static string? Text(StructuredItem item, string key)
        => item.Parameters.TryGetValue(key, out var value) ? Short(value.Text) : null;

    private static string Short(string text) => Printable.Text(text, AnswerLimits.Quote);
}
