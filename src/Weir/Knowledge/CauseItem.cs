using System.Globalization;
using System.Text.RegularExpressions;

namespace Weir.Knowledge;

/// <summary>The two shapes of items in a cause's file that hold more than words.</summary>
internal static partial class CauseItem
{
    /// <summary>Splits <c>name 95 %: words</c>; the share is 0 to 1.</summary>
    public static bool TrySplit(string item, out string name, out double share, out string words)
    {
        var match = Share().Match(item);
        (name, words, share) = (match.Groups["name"].Value, match.Groups["words"].Value.Trim(), 0);
        return match.Success
            && double.TryParse(match.Groups["share"].ValueSpan, CultureInfo.InvariantCulture, out share)
            && (share /= 100) is >= 0 and <= 1;
    }

    /// <summary>Splits <c>cause, ask `observable`: words</c>.</summary>
    public static bool TrySplitQuestion(string item, out string name, out string question, out string words)
    {
        var match = Ask().Match(item);
        name = match.Groups["name"].Value;
        question = match.Groups["question"].Value;
        words = match.Groups["words"].Value.Trim();
        return match.Success;
    }

    /// <summary>
    /// " Did you mean …?" with the nearest of <paramref name="known"/>, or nothing where none is near.
    /// </summary>
    public static string Nearest(string name, IEnumerable<string> known)
    {
        var nearest = known.MinBy(each => Distance(name, each));
        return nearest is not null && Distance(name, nearest) <= Math.Max(2, name.Length / 3)
            ? $" Did you mean \"{nearest}\"?"
            : "";
    }

    // Levenshtein's distance, row by row.
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var change = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }

    [GeneratedRegex(@"^`?(?<name>[a-z0-9.\-]+)`? (?<share>[0-9.]+) ?%(?:: (?<words>.*))?$")]
    private static partial Regex Share();

    [GeneratedRegex(@"^`?(?<name>[a-z0-9.\-]+)`?, ask `(?<question>[a-z0-9\-]+)`: (?<words>.+)$")]
    private static partial Regex Ask();
}
