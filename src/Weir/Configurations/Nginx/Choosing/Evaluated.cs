namespace Weir.Configurations.Nginx.Choosing;

/// <summary>A text with its variables replaced as far as they are known.</summary>
/// <param name="Text">The text; unknown variables stand in it as written.</param>
/// <param name="Unknown">Their names.</param>
internal sealed record Evaluated(string Text, IReadOnlyList<string> Unknown)
{
    /// <summary>Every variable is known.</summary>
    public bool IsKnown => Unknown.Count == 0;

    /// <summary>A text that is known.</summary>
    public static Evaluated Known(string text) => new(text, []);

    /// <summary>A variable that only the running gateway knows.</summary>
    public static Evaluated Variable(string name) => new($"${name}", [name]);
}
