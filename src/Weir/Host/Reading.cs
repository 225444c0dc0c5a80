using System.Diagnostics.CodeAnalysis;

namespace Weir.Host;

/// <summary>What was read of this machine, or why it could not be. "Not read" is never mistaken for "no".</summary>
/// <typeparam name="T">What is read.</typeparam>
public sealed record Reading<T>
    where T : notnull
{
    private readonly T? _value;

    internal Reading(T? value, Unread? missing)
    {
        _value = value;
        Missing = missing;
    }

    /// <summary>Why it could not be read; null when it was.</summary>
    public Unread? Missing { get; }

    /// <summary>What was read.</summary>
    /// <exception cref="InvalidOperationException">Nothing was; the message tells why.</exception>
    public T Value => TryGet(out var value) ? value : throw new InvalidOperationException(Missing!.ToString());

    /// <summary>Gives the value; false when there is none.</summary>
    public bool TryGet([NotNullWhen(true)] out T? value)
    {
        value = _value;
        return Missing is null;
    }

    /// <summary>The value, or <paramref name="other"/> where there is none.</summary>
    public T Or(T other) => TryGet(out var value) ? value : other;

    /// <summary>What <paramref name="with"/> makes of the value.</summary>
    public Reading<TOther> Select<TOther>(Func<T, TOther> with)
        where TOther : notnull
    {
        ArgumentNullException.ThrowIfNull(with);
        return TryGet(out var value) ? new Reading<TOther>(with(value), null) : new Reading<TOther>(default, Missing);
    }

    /// <summary>What is read with the help of the value.</summary>
    public Reading<TOther> Then<TOther>(Func<T, Reading<TOther>> with)
        where TOther : notnull
    {
        ArgumentNullException.ThrowIfNull(with);
        return TryGet(out var value) ? with(value) : new Reading<TOther>(default, Missing);
    }

    /// <summary>
    /// What <paramref name="parse"/> makes of the value; a null is a text that is not what it should be.
    /// </summary>
    internal Reading<TOther> Parse<TOther>(string what, Func<T, TOther?> parse)
        where TOther : class
        => Then(value => parse(value) is { } parsed
            ? Readings.Of(parsed)
            : Readings.Missing<TOther>(new Unread(what, UnreadReason.Malformed, "not in the form that Linux prints")));

    /// <summary>The same for a number or another plain value.</summary>
    internal Reading<TOther> ParseValue<TOther>(string what, Func<T, TOther?> parse)
        where TOther : struct
        => Then(value => parse(value) is { } parsed
            ? Readings.Of(parsed)
            : Readings.Missing<TOther>(new Unread(what, UnreadReason.Malformed, "not in the form that Linux prints")));
}
