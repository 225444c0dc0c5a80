namespace Weir.Probing.Http;

/// <summary>What else than expected a port speaks, told by the first bytes.</summary>
public enum WireProtocol
{
    /// <summary>Not recognised.</summary>
    Unknown,

    /// <summary>A TLS alert: the port expects TLS.</summary>
    TlsAlert,

    /// <summary>Another TLS record.</summary>
    TlsRecord,

    /// <summary>HTTP/1, where HTTP/2 was asked for.</summary>
    Http1,

    /// <summary>HTTP/2: frames, or its preface.</summary>
    Http2,

    /// <summary>SSH.</summary>
    Ssh,

    /// <summary>SMTP.</summary>
    Smtp,

    /// <summary>FTP.</summary>
    Ftp,

    /// <summary>POP3.</summary>
    Pop3,

    /// <summary>IMAP.</summary>
    Imap,

    /// <summary>MySQL or MariaDB.</summary>
    MySql,

    /// <summary>PostgreSQL.</summary>
    PostgreSql,

    /// <summary>Redis.</summary>
    Redis,

    /// <summary>AMQP, such as RabbitMQ.</summary>
    Amqp,

    /// <summary>memcached.</summary>
    Memcached,

    /// <summary>FastCGI, such as php-fpm.</summary>
    FastCgi,

    /// <summary>A page without a head: a script that prints first, or HTTP/0.9.</summary>
    Markup,
}
