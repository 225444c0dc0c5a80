namespace Weir.Host;

/// <summary>Makes readings.</summary>
public static class Readings
{
    /// <summary>A value that was read.</summary>
    public static Reading<T> Of<T>(T value)
        where T : notnull => new(value, null);

    /// <summary>A value that could not be read.</summary>
    public static Reading<T> Missing<T>(Unread why)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(why);
        return new(default, why);
    }
}
