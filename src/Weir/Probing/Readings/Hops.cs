namespace Weir.Probing.Readings;

/// <summary>The names of hops as the contract spells them.</summary>
internal static class Hops
{
    /// <summary>From the visitor to whatever answers at the site's address.</summary>
    public const string Site = "visitor->gateway";

    /// <summary>From the gateway to what is behind it; <paramref name="name"/> where it is known.</summary>
    public static string Behind(string? name) => $"gateway->{name ?? "upstream"}";
}
