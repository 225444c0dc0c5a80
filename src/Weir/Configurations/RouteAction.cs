namespace Weir.Configurations;

/// <summary>
/// What happens to a request: <see cref="PassAction"/>, <see cref="AnswerAction"/>, <see cref="RedirectAction"/>,
/// <see cref="FilesAction"/> or <see cref="OtherAction"/>.
/// </summary>
/// <param name="At">The line that says so; the route's own where the gateway's default does.</param>
public abstract record RouteAction(SourceLine At);
