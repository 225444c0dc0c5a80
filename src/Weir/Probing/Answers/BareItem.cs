namespace Weir.Probing.Answers;

/// <summary>One value of a structured field (RFC 9651 section 3.3).</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">Its text, unescaped; for numbers as written, for a Boolean <c>0</c> or <c>1</c>.</param>
/// <param name="Number">The number of an Integer or Date, 1 for true; 0 for the other kinds.</param>
public sealed record BareItem(BareKind Kind, string Text, long Number)
{
    /// <summary>What a parameter without a value means (RFC 9651 section 3.1.2).</summary>
    public static readonly BareItem True = new(BareKind.Boolean, "1", 1);
}
