namespace Weir.Configurations;

/// <summary>One step of a decision.</summary>
/// <param name="Says">What was decided and by what, in a sentence for people.</param>
/// <param name="At">The line that decides; null where the lack of a line does.</param>
/// <param name="IsCertain">False where it was assumed, because it hangs on what the configuration does not say.</param>
public sealed record ChoiceStep(string Says, SourceLine? At, bool IsCertain = true)
{
    /// <summary>The place and the sentence in one line.</summary>
    public override string ToString() => (At is { } at ? $"{at}: " : "") + Says + (IsCertain ? "" : " (uncertain)");
}
