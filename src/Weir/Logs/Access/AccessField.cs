namespace Weir.Logs.Access;

/// <summary>The fields of an access log that tell something about a failure. The others are stepped over.</summary>
public enum AccessField
{
    /// <summary>When the request was finished, in any of nginx's three spellings.</summary>
    Time,

    /// <summary>The visitor's address.</summary>
    Client,

    /// <summary>The whole request line.</summary>
    Request,

    /// <summary>The method.</summary>
    Method,

    /// <summary>The path with its query.</summary>
    Target,

    /// <summary>The protocol's version.</summary>
    Protocol,

    /// <summary>The status that the visitor got.</summary>
    Status,

    /// <summary>How many bytes the visitor got.</summary>
    BytesSent,

    /// <summary>The Referer header.</summary>
    Referrer,

    /// <summary>The User-Agent header.</summary>
    UserAgent,

    /// <summary>The X-Forwarded-For header.</summary>
    ForwardedFor,

    /// <summary>The Host header.</summary>
    Host,

    /// <summary>The server_name of the block.</summary>
    Server,

    /// <summary>From the request's first byte to the answer's last, in seconds.</summary>
    RequestTime,

    /// <summary>The request's own id.</summary>
    RequestId,

    /// <summary>The serial number of the visitor's connection.</summary>
    Connection,

    /// <summary>How many requests the connection has had.</summary>
    ConnectionRequests,

    /// <summary>The name of the group of servers (ingress-nginx).</summary>
    Group,

    /// <summary>The servers that were tried: a list.</summary>
    UpstreamAddress,

    /// <summary>Their statuses: a list. nginx writes its own 502 and 504 here too.</summary>
    UpstreamStatus,

    /// <summary>Seconds to connect: a list.</summary>
    UpstreamConnectTime,

    /// <summary>Seconds to the head of the answer: a list. A dash says that no head came.</summary>
    UpstreamHeaderTime,

    /// <summary>Seconds to the end of the answer: a list.</summary>
    UpstreamResponseTime,

    /// <summary>Bytes that came from the server: a list.</summary>
    UpstreamBytesReceived,
}
