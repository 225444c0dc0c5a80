namespace Weir.Configurations;

/// <summary>A name that a site answers to.</summary>
/// <param name="Text">The name in lower case, with its wildcard; a regular expression without its mark.</param>
/// <param name="Match">How it is compared.</param>
public sealed record SiteName(string Text, NameMatch Match);
