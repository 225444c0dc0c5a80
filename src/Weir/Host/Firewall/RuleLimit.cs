namespace Weir.Host.Firewall;

/// <summary>A limit within a rule.</summary>
/// <param name="Kind">What it counts.</param>
/// <param name="Above">The rule fits what is beyond the limit; false: what is within.</param>
/// <param name="Text">The limit as the filter prints it: <c>5/sec burst 3</c>, <c>10</c>.</param>
public sealed record RuleLimit(LimitKind Kind, bool Above, string Text);
