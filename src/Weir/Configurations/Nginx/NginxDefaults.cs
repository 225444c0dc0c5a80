namespace Weir.Configurations.Nginx;

/// <summary>What nginx does when its configuration does not say, and since which version.</summary>
internal static class NginxDefaults
{
    /// <summary>Idle connections kept to a group, HTTP/1.1 and no <c>Connection: close</c> without a
    /// directive.</summary>
    public static readonly NginxVersion KeepsConnections = new(1, 29, 7);

    /// <summary>1000 requests on a kept connection, 100 before; the limit of an hour came with it.</summary>
    public static readonly NginxVersion ManyRequests = new(1, 19, 10);

    /// <summary>Connections kept by default since <see cref="KeepsConnections"/>, a group and worker.</summary>
    public const int KeptConnections = 32;

    /// <summary>Requests on a kept connection since <see cref="ManyRequests"/>.</summary>
    public const int KeptRequests = 1000;

    /// <summary>Requests on a kept connection before.</summary>
    public const int KeptRequestsBefore = 100;

    /// <summary>How long a kept connection may be idle: longer than Node, uvicorn (5 s) and gunicorn (2 s)
    /// do.</summary>
    public static readonly TimeSpan KeptIdle = TimeSpan.FromSeconds(60);

    /// <summary>How old a kept connection may be.</summary>
    public static readonly TimeSpan KeptAge = TimeSpan.FromHours(1);

    /// <summary>Connect, send and read time-outs of every upstream module.</summary>
    public static readonly TimeSpan HopTimeout = TimeSpan.FromSeconds(60);

    /// <summary>How long a failed server is left alone.</summary>
    public static readonly TimeSpan FailTimeout = TimeSpan.FromSeconds(10);

    /// <summary>How long an answer of the resolver is awaited.</summary>
    public static readonly TimeSpan ResolverTimeout = TimeSpan.FromSeconds(30);

    /// <summary>When the next server is asked.</summary>
    public static readonly IReadOnlyList<string> NextUpstream = ["error", "timeout"];

    /// <summary>Buffers for an answer's body, of one page each.</summary>
    public const int BodyBuffers = 8;

    /// <summary>Connections of a worker; packages write 768 or 1024 into their file.</summary>
    public const int WorkerConnections = 512;

    /// <summary>Largest request body: 1 MiB, the cause of many a 413.</summary>
    public const long MaxBodyBytes = 1024 * 1024;

    /// <summary>Buffers for a request's head: 4 of 8 KiB.</summary>
    public static readonly BufferCount RequestHead = new(4, 8 * 1024);

    /// <summary>The format of the access log without a name, built in.</summary>
    public const string CombinedFormat =
        "$remote_addr - $remote_user [$time_local] \"$request\" $status $body_bytes_sent \"$http_referer\" "
        + "\"$http_user_agent\"";

    /// <summary>How many times a request may change its path or be redirected inside before nginx answers
    /// 500.</summary>
    public const int UriChanges = 10;
}
