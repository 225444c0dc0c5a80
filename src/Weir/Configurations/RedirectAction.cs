namespace Weir.Configurations;

/// <summary>The gateway sends the visitor elsewhere.</summary>
/// <param name="Status">301, 302, 303, 307 or 308 (RFC 9110 section 15.4).</param>
/// <param name="To">Where to, as written, variables not replaced.</param>
/// <param name="At">The line that says so.</param>
public sealed record RedirectAction(int Status, string To, SourceLine At) : RouteAction(At);
