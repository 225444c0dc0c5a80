namespace Weir.Diagnosis;

/// <summary>A check that was not made; never a pass.</summary>
/// <param name="Check">What would have been checked.</param>
/// <param name="Why">Why it was not.</param>
/// <param name="Needs">What it needs: a privilege, a network, an option.</param>
public sealed record SkippedCheck(string Check, string Why, string Needs);
