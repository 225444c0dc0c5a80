namespace Weir.Configurations;

/// <summary>How the name of a site is compared with the Host field.</summary>
public enum NameMatch
{
    /// <summary>The whole name; an empty one stands for a request without the field.</summary>
    Exact,

    /// <summary><c>*.example.com</c>, any number of labels for the star.</summary>
    LeadingWildcard,

    /// <summary><c>.example.com</c>: the domain itself and everything below it.</summary>
    DomainAndBelow,

    /// <summary><c>www.example.*</c>.</summary>
    TrailingWildcard,

    /// <summary>A regular expression.</summary>
    Regex,
}
