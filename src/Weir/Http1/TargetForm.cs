namespace Weir.Http1;

/// <summary>The four forms of a request target (RFC 9112 section 3.2).</summary>
public enum TargetForm
{
    /// <summary>A path with an optional query: <c>/cart?id=1</c>.</summary>
    Origin,

    /// <summary>A whole address: <c>http://shop.example/cart</c>.</summary>
    Absolute,

    /// <summary>Host and port of a CONNECT: <c>shop.example:443</c>.</summary>
    Authority,

    /// <summary>The star of an OPTIONS for the whole server.</summary>
    Asterisk,
}
