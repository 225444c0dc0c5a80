using System.Collections.Immutable;
using System.Text;

namespace Weir.Logs.Access;

/// <summary>
/// A <c>log_format</c> compiled to a reader: constant bytes and fields in turn. A field ends where the constant after
/// it begins, so the time is linear in the line.
/// </summary>
internal sealed class PatternFormat : AccessFormat
{
    // More is no format that anybody has; it bounds the work for a line.
    private const int MostFields = 200;

    private readonly byte[] _first;
    private readonly ImmutableArray<Step> _steps;

    /// <exception cref="FormatException">It has no field, or too many.</exception>
    public PatternFormat(string text, LogEscape escape)
        : base(escape)
    {
        var steps = ImmutableArray.CreateBuilder<Step>();
        var at = Variable(text, 0, out var name, out var after);
        _first = Encoding.UTF8.GetBytes(text[..at]);
        while (at < text.Length && steps.Count <= MostFields)
        {
            at = Variable(text, after, out var next, out var afterNext);
            var isList = name.StartsWith("upstream_", StringComparison.Ordinal);
            var field = AccessFields.Named(Encoding.UTF8.GetBytes(name));
            steps.Add(new(field, isList, Encoding.UTF8.GetBytes(text[after..at])));
            (name, after) = (next, afterNext);
        }

        _steps = steps.Count is > 0 and <= MostFields ? WithoutTouching(steps)
            : throw new FormatException($"A log_format has between 1 and {MostFields} variables, such as $status.");
    }

    public override bool? Has(AccessField field) => _steps.Any(step => step.Field == field);

    public override bool TryRead(ReadOnlySpan<byte> line, Span<Range> fields)
    {
        fields.Clear();
        return TryRead(line, 0, fields, out var end) && end == line.Length;
    }

    /// <summary>The same from a place on; <paramref name="end"/> is where the pattern ends.</summary>
    public bool TryRead(ReadOnlySpan<byte> line, int start, Span<Range> fields, out int end)
    {
        end = start + _first.Length;
        if (!line[start..].StartsWith(_first))
        {
            return false;
        }

        foreach (var step in _steps)
        {
            var length = LengthOf(step, line[end..]);
            if (length < 0)
            {
                return false;
            }

            if (step.Field is { } field && fields[(int)field].Equals(default))
            {
                fields[(int)field] = end..(end + length);
            }

            end += length + step.Then.Length;
        }

        return true;
    }

    // Variables that touch cannot be told apart: their bytes are stepped over as one.
    private static ImmutableArray<Step> WithoutTouching(ImmutableArray<Step>.Builder steps)
    {
        var told = ImmutableArray.CreateBuilder<Step>();
        var touched = false;
        for (var at = 0; at < steps.Count; at++)
        {
            var touches = steps[at].Then.Length == 0 && at < steps.Count - 1;
            if (!touches)
            {
                told.Add(touched ? steps[at] with { Field = null } : steps[at]);
            }

            touched = touches;
        }

        return told.ToImmutable();
    }

    private int LengthOf(Step step, ReadOnlySpan<byte> rest)
    {
        if (step.Then.Length == 0)
        {
            return rest.Length;
        }

        for (var from = 0; from <= rest.Length;)
        {
            var found = rest[from..].IndexOf(step.Then);
            if (found < 0)
            {
                return -1;
            }

            if (!IsInside(step, rest, from + found))
            {
                return from + found;
            }

            from += found + 1;
        }

        return -1;
    }

    // Whether the constant found there belongs to the value itself.
    private bool IsInside(Step step, ReadOnlySpan<byte> rest, int at) => step.Then[0] switch
    {
        (byte)'"' => Escape == LogEscape.Json && IsEscaped(rest[..at]),
        (byte)' ' when step.IsList => IsBetweenTries(rest, at),
        (byte)' ' when step.Field is AccessField.Time => at == 20 && rest[11] == ':', // the one inside $time_local
        _ => false,
    };

    private static bool IsEscaped(ReadOnlySpan<byte> before)
        => ((before.Length - before.TrimEnd((byte)'\\').Length) & 1) == 1;

    // "10.0.0.1:80, 10.0.0.2:80 : 10.0.0.3:80": tries are separated by ", ", rounds after a redirect by " : ".
    private static bool IsBetweenTries(ReadOnlySpan<byte> rest, int at)
        => rest[..at] is [.., (byte)','] or [.., (byte)' ', (byte)':'] || rest[at..].StartsWith(" : "u8);

    // The place of the next variable, and the place behind it.
    private static int Variable(string text, int from, out string name, out int after)
    {
        for (var at = text.IndexOf('$', from); at >= 0; at = text.IndexOf('$', at + 1))
        {
            var braced = at + 1 < text.Length && text[at + 1] == '{';
            var start = at + (braced ? 2 : 1);
            var end = start;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
            {
                end++;
            }

            if (end > start && (!braced || (end < text.Length && text[end] == '}')))
            {
                (name, after) = (text[start..end], braced ? end + 1 : end);
                return at;
            }
        }

        (name, after) = ("", text.Length);
        return text.Length;
    }

    // nginx writes one value for each server that was tried in every $upstream_ variable.
    private sealed record Step(AccessField? Field, bool IsList, byte[] Then);
}
