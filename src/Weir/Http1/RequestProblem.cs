namespace Weir.Http1;

/// <summary>Why a request is not written: it would not be the one request that was meant.</summary>
public enum RequestProblem
{
    /// <summary>The method is not a token (RFC 9110 section 9.1).</summary>
    BadMethod,

    /// <summary>The target is empty, or holds white space, a control byte or a letter beyond ASCII.</summary>
    BadTarget,

    /// <summary>The host is not a host with an optional port.</summary>
    BadHost,

    /// <summary>A field name is not a token.</summary>
    BadFieldName,

    /// <summary>A field value holds a control byte, a line break among them.</summary>
    BadFieldValue,

    /// <summary>Host is given a second time among the fields.</summary>
    RepeatedHost,

    /// <summary>A field announces a body, and none is sent.</summary>
    AnnouncesBody,
}
