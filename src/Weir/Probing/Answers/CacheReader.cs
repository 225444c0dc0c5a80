using System.Globalization;
using Weir.Probing.Tls;

namespace Weir.Probing.Answers;

/// <summary>Reads what an answer says of caches: an old error page outlives its fault there.</summary>
public static class CacheReader
{
    /// <summary>RFC 9111 section 1.2.2: a larger Age counts as this one, in seconds.</summary>
    private const long MostSeconds = int.MaxValue;

    private static readonly string[] Words = ["X-Cache", "X-Cache-Status", "X-Proxy-Cache", "CF-Cache-Status",
        "X-Vercel-Cache", "X-Nextjs-Cache", "X-Cache-Lookup", "X-Drupal-Cache", "X-Litespeed-Cache"];

    /// <summary>The marks of the answer; every field is heard, and one hit is enough.</summary>
    public static CacheMark Read(AnsweredPage page)
    {
        var view = new PageView(page);
        var answers = Words.Concat(["Cache-Status", "X-Varnish"])
            .SelectMany(name => view.Values(name).Select(value => (name, value, hit: Hit(name, value)))).ToArray();
        var age = Age(view);
        bool? stored = answers.Any(answer => answer.hit == true) || age > TimeSpan.Zero ? true
            : answers.Any(answer => answer.hit == false) ? false : null;
        return new(stored, age,
            [
                .. answers.Select(answer => Printable.Text($"{answer.name}: {answer.value}", AnswerLimits.Quote)),
                .. view.Values("Age").Take(1).Select(value => Printable.Text($"Age: {value}", AnswerLimits.Quote)),
            ]);
    }

    private static bool? Hit(string name, string value) => name switch
    {
        // A hit has two numbers: of this request, and of the one that fetched it.
        "X-Varnish" => value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > 1,
        "Cache-Status" => StructuredList.Read(value, AnswerLimits.Hops).Items is { Count: > 0 } members
            ? members.Any(member => member.Parameters.GetValueOrDefault("hit") == BareItem.True) // RFC 9211
            : null,
        _ when Contains(value, "HIT") || Contains(value, "STALE") || Contains(value, "UPDATING")
            || Contains(value, "REVALIDATED") => true,
        _ when Contains(value, "MISS") || Contains(value, "BYPASS") || Contains(value, "DYNAMIC")
            || Contains(value, "EXPIRED") || Contains(value, "NOCACHE") => false,
        _ => null,
    };

    private static bool Contains(string value, string word) => value.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static TimeSpan? Age(PageView view)
        => view.Values("Age").FirstOrDefault() is { Length: > 0 } text
            && !text.AsSpan().ContainsAnyExceptInRange('0', '9')
            ? TimeSpan.FromSeconds(long.TryParse(text, CultureInfo.InvariantCulture, out var seconds)
                ? Math.Min(seconds, MostSeconds)
                : MostSeconds)
            : null;
}
