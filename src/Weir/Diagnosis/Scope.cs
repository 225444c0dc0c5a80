namespace Weir.Diagnosis;

/// <summary>Whom the failure concerns.</summary>
public enum Scope
{
    /// <summary>It cannot be known from here.</summary>
    Unknown,

    /// <summary>Everyone.</summary>
    Everyone,

    /// <summary>Some requests, addresses or visitors.</summary>
    Some,

    /// <summary>This visitor only.</summary>
    OnlyYou,
}
