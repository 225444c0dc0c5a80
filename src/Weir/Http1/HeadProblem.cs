namespace Weir.Http1;

/// <summary>Why a head or its framing is refused: the closed list. Sections are those of RFC 9112.</summary>
public enum HeadProblem
{
    /// <summary>What arrived does not begin like HTTP at all.</summary>
    NotHttp,

    /// <summary>The version is neither HTTP/1.0 nor HTTP/1.1 (section 2.3).</summary>
    UnsupportedVersion,

    /// <summary>The status line has another shape than <c>HTTP/1.1 200 Reason</c> (section 4).</summary>
    BadStatusLine,

    /// <summary>The method is not a token, or unreasonably long (section 3.1).</summary>
    BadMethod,

    /// <summary>The request target has a forbidden byte, or none of the four forms (section 3.2).</summary>
    BadTarget,

    /// <summary>The request line has another shape than <c>METHOD target HTTP/1.1</c> (section 3).</summary>
    BadRequestLine,

    /// <summary>A line ends with LF alone; refused in requests only (section 2.2).</summary>
    BareLineFeed,

    /// <summary>CR stands where no LF follows (section 2.2).</summary>
    BareCarriageReturn,

    /// <summary>A control byte stands in a line: NUL always, the others in requests (RFC 9110 section 5.5).</summary>
    ControlByte,

    /// <summary>A field goes on in the next line (obs-fold); refused in requests only (section 5.2).</summary>
    FoldedLine,

    /// <summary>White space stands before the first field (section 2.2).</summary>
    LeadingWhitespace,

    /// <summary>A field line has no colon (section 5).</summary>
    MissingColon,

    /// <summary>A field name is empty or not a token (section 5.1).</summary>
    BadFieldName,

    /// <summary>White space stands between name and colon; refused in requests only (section 5.1).</summary>
    SpaceBeforeColon,

    /// <summary>A line is longer than the limit.</summary>
    LineTooLong,

    /// <summary>There are more fields than the limit.</summary>
    TooManyFields,

    /// <summary>The whole is larger than the limit.</summary>
    TooLarge,

    /// <summary>An HTTP/1.1 request has no Host (section 3.2).</summary>
    MissingHost,

    /// <summary>A request has more than one Host (section 3.2).</summary>
    RepeatedHost,

    /// <summary>The value of Host is not a host with an optional port (section 3.2).</summary>
    BadHost,

    /// <summary>A Content-Length is no number, or too large a one (section 6.3).</summary>
    BadContentLength,

    /// <summary>Content-Length stands more than once; refused in requests even where equal (section 6.3).</summary>
    RepeatedContentLength,

    /// <summary>Two values of Content-Length differ (section 6.3).</summary>
    DifferentContentLengths,

    /// <summary>Both Content-Length and Transfer-Encoding: two readers would see two bodies (section 6.3).</summary>
    LengthAndTransferEncoding,

    /// <summary>The transfer coding is not exactly <c>chunked</c> (section 6.1).</summary>
    UnknownTransferCoding,

    /// <summary>Transfer-Encoding in an HTTP/1.0 message, where it has no meaning (section 6.1).</summary>
    TransferEncodingInHttp10,

    /// <summary>More interim answers (1xx) for one request than anybody needs (RFC 9110 section 15.2).</summary>
    TooManyInterim,

    /// <summary>A 101 that nobody asked for: what follows is another protocol (RFC 9110 section 15.2.2).</summary>
    UnexpectedUpgrade,
}
