namespace Weir.Knowledge;

/// <summary>One thing that an administrator can do.</summary>
/// <param name="For">Whose configuration or command it is; <see cref="Software.Any"/> fits everywhere.</param>
/// <param name="Text">What to do, with real directive names.</param>
public sealed record Remedy(Software For, string Text);
