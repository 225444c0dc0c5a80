namespace Weir.Probing.Checks;

/// <summary>How a request differs from the visitor's own, to find out what the failure depends on.</summary>
public enum Variation
{
    /// <summary>As the visitor asks, with the visitor's own header fields.</summary>
    AsAsked,

    /// <summary>Without the visitor's cookies and credentials.</summary>
    WithoutCookies,

    /// <summary>Caches are told to fetch a fresh copy (RFC 9111 section 5.2.1.4).</summary>
    FreshCopy,

    /// <summary>With the header fields of another browser.</summary>
    OtherBrowser,

    /// <summary>By the plain HTTP/1.1 of a command-line tool: few fields, no content coding.</summary>
    PlainTool,

    /// <summary>The front page instead of the path asked for.</summary>
    FrontPage,

    /// <summary>A small file that most sites serve without work.</summary>
    SmallFile,

    /// <summary>A path that no site has: whoever answers 404 shows how deep requests get.</summary>
    NoSuchPage,

    /// <summary>The site's file of contacts (RFC 9116).</summary>
    SecurityText,
}
