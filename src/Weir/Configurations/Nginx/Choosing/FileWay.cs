namespace Weir.Configurations.Nginx.Choosing;

/// <summary>Where the search for files leads, when it is not to the file itself.</summary>
/// <param name="Status">An answer of nginx's own; 301 is the redirect to the folder. Null when it goes on.</param>
/// <param name="To">A path with its query, or the name of a location; null with a status.</param>
/// <param name="At">The line that decides.</param>
internal sealed record FileWay(int? Status, string? To, SourceLine At);
