namespace Weir.Configurations.Nginx;

/// <summary>
/// A <c>location</c>, the inside of an <c>if</c>, or the part of a server outside of its locations
/// (<see cref="PathMatch.Everything"/>).
/// </summary>
internal sealed class NginxLocation
{
    private NginxLocation(
        PathMatch match, string text, NginxDirective directive, NginxScope scope, NginxLocation? outer)
    {
        (Match, Text, Directive, Scope, Outer) = (match, text, directive, scope, outer);
        Regex = match is PathMatch.Regex or PathMatch.RegexIgnoreCase
            ? new NginxRegex(text, match == PathMatch.RegexIgnoreCase)
            : null;
        Locations = [.. scope.Own("location").Where(each => each.Block is not null)
            .Select(each => Of(each, scope, this))];
        Conditions = scope.Own("if").Where(each => each.Block is not null)
            .ToDictionary<NginxDirective, NginxDirective, NginxLocation>(
                each => each, each => Condition(each, scope, this), ReferenceEqualityComparer.Instance);
    }

    /// <summary>How it is chosen.</summary>
    public PathMatch Match { get; }

    /// <summary>Its path, expression or name (with the <c>@</c>).</summary>
    public string Text { get; }

    /// <summary>The directive that it is made from.</summary>
    public NginxDirective Directive { get; }

    /// <summary>What is in force inside.</summary>
    public NginxScope Scope { get; }

    /// <summary>What it stands in; null for a server.</summary>
    public NginxLocation? Outer { get; }

    /// <summary>Its expression; null when it is chosen otherwise.</summary>
    public NginxRegex? Regex { get; }

    /// <summary>The locations inside it, in order.</summary>
    public IReadOnlyList<NginxLocation> Locations { get; }

    /// <summary>The insides of its <c>if</c> directives.</summary>
    public IReadOnlyDictionary<NginxDirective, NginxLocation> Conditions { get; }

    /// <summary>It is the inside of an <c>if</c>.</summary>
    public bool IsCondition => Directive.Name == "if";

    /// <summary>The location itself, for the inside of an <c>if</c> the one that it stands in.</summary>
    public NginxLocation Place => IsCondition && Outer is { } outer ? outer.Place : this;

    /// <summary>Visitors cannot ask for it.</summary>
    public bool IsInternal => Match == PathMatch.Named || Scope.OwnLast("internal") is not null;

    /// <summary>What it is in the model.</summary>
    public Route? Route { get; set; }

    /// <summary>The outside of a server's locations.</summary>
    public static NginxLocation OfServer(NginxDirective server, NginxScope http)
        => new(PathMatch.Everything, "", server, new(server.Block ?? [], http), null);

    private static NginxLocation Of(NginxDirective location, NginxScope outer, NginxLocation parent)
    {
        var (match, text) = Kind(location.Arguments);
        return new(match, text, location, new(location.Block!, outer), parent);
    }

    private static NginxLocation Condition(NginxDirective condition, NginxScope outer, NginxLocation parent)
        => new(PathMatch.Everything, "", condition, new(condition.Block!, outer), parent);

    // "location = /a", and also "location =/a": the mark may stand at the path.
    private static (PathMatch Match, string Text) Kind(IReadOnlyList<string> arguments) => arguments switch
    {
        ["=", var path, ..] => (PathMatch.Exact, path),
        ["^~", var path, ..] => (PathMatch.FinalPrefix, path),
        ["~", var expression, ..] => (PathMatch.Regex, expression),
        ["~*", var expression, ..] => (PathMatch.RegexIgnoreCase, expression),
        [['=', .. var path]] => (PathMatch.Exact, path),
        [['^', '~', .. var path]] => (PathMatch.FinalPrefix, path),
        [['~', '*', .. var expression]] => (PathMatch.RegexIgnoreCase, expression),
        [['~', .. var expression]] => (PathMatch.Regex, expression),
        [['@', ..] name] => (PathMatch.Named, name),
        [var path, ..] => (PathMatch.Prefix, path),
        [] => (PathMatch.Prefix, "/"),
    };
}
