namespace Weir.Configurations;

/// <summary>A module of the gateway answers in a way of its own.</summary>
/// <param name="What">The directive, such as <c>stub_status</c> or <c>content_by_lua_block</c>.</param>
/// <param name="At">The line that says so.</param>
public sealed record OtherAction(string What, SourceLine At) : RouteAction(At);
