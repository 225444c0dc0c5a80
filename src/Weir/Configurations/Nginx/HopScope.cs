namespace Weir.Configurations.Nginx;

/// <summary>The settings of one upstream module in force at a place: names without the module's prefix.</summary>
/// <param name="prefix">The prefix, such as <c>proxy_</c>.</param>
/// <param name="scope">The place.</param>
/// <param name="budget">Where values that are none are noted.</param>
internal sealed class HopScope(string prefix, NginxScope scope, ReadBudget budget)
{
    /// <summary>The directives with a name at the nearest level that has it.</summary>
    public IReadOnlyList<NginxDirective> All(string name) => scope.Nearest(prefix + name);

    /// <summary>The arguments of the last one; empty without one.</summary>
    public IReadOnlyList<string> Words(string name) => scope.Find(prefix + name)?.Arguments ?? [];

    /// <summary>Its first argument; null without one.</summary>
    public string? Word(string name) => scope.Value(prefix + name);

    /// <summary>Whether it is on.</summary>
    public bool IsOn(string name, bool otherwise = false) => scope.IsOn(prefix + name, otherwise);

    /// <summary>A time-out; the default where it is not set.</summary>
    public TimeSpan Time(string name) => TimeOrNull(name) ?? NginxDefaults.HopTimeout;

    /// <summary>A time; null where it is not set.</summary>
    public TimeSpan? TimeOrNull(string name) => Value(name, NginxValue.Time);

    /// <summary>Bytes; null where it is not set.</summary>
    public long? Size(string name) => Value(name, NginxValue.Size);

    /// <summary>A number; null where it is not set.</summary>
    public int? Count(string name) => Value(name, NginxValue.Count);

    /// <summary>So many buffers of a size; null where it is not set.</summary>
    public BufferCount? Buffers(string name) => NginxLimits.Buffers(scope, prefix + name);

    private T? Value<T>(string name, Func<string, T?> read)
        where T : struct
    {
        if (scope.Find(prefix + name) is not { Arguments.Count: > 0 } directive)
        {
            return null;
        }

        if (read(directive.First) is { } value)
        {
            return value;
        }

        budget.Report(ProblemKind.Value, $"\"{directive.Name}\" directive invalid value", directive.At);
        return null;
    }
}
