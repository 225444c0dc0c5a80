namespace Weir.Knowledge;

/// <summary>What a cause says of an observable.</summary>
/// <param name="Likely">How likely yes is when this is the cause, 0 to 1.</param>
/// <param name="Why">Why, in a few words; may be empty.</param>
public sealed record Sign(double Likely, string Why);
