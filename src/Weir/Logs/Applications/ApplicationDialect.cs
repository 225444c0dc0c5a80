namespace Weir.Logs.Applications;

/// <summary>The application servers whose logs are read.</summary>
public enum ApplicationDialect
{
    /// <summary>php-fpm's own log, and the log of PHP behind it.</summary>
    PhpFpm,

    /// <summary>gunicorn's error log.</summary>
    Gunicorn,
}
