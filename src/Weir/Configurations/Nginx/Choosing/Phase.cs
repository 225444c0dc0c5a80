namespace Weir.Configurations.Nginx.Choosing;

/// <summary>Where a request is in nginx's own order of work.</summary>
internal enum Phase
{
    /// <summary>The server's rewriting, before a location is looked for.</summary>
    ServerRewrite,

    /// <summary>Looking for the location.</summary>
    FindLocation,

    /// <summary>The location's rewriting.</summary>
    LocationRewrite,

    /// <summary>Files that are tried, then the handler or the files.</summary>
    Content,
}
