namespace Weir.Probing.Answers;

/// <summary>One member of a structured list: a value with parameters (RFC 9651 section 3.3).</summary>
/// <param name="Value">The value.</param>
/// <param name="Parameters">Its parameters by key; of a repeated key the last one (section 4.2.3.2).</param>
public sealed record StructuredItem(BareItem Value, IReadOnlyDictionary<string, BareItem> Parameters);
