using Weir.Lab.Worlds;

namespace Weir.Lab.Servers;

/// <summary>Starts a real php-fpm in a container.</summary>
public static class PhpFpm
{
    /// <summary>Its error log, which also has what the workers write.</summary>
    public const string ErrorLog = "/var/log/php-fpm.log";

    /// <summary>The page that answers.</summary>
    public const string Page = "/srv/www/index.php";

    private static readonly string[] Versions = ["8.2", "8.4", "8.3", "8.1"];

    /// <summary>The name of its program, which has the version in it.</summary>
    public static string ProgramName { get; } =
        "php-fpm" + Versions.FirstOrDefault(version => SystemTool.Find("php-fpm" + version) is not null, Versions[0]);

    /// <summary>Directives of nginx that pass a location on to it.</summary>
    /// <param name="address">An address with its port, or <c>unix:</c> and a path.</param>
    public static string Location(string address) => $"""
        fastcgi_pass {address};
        fastcgi_param SCRIPT_FILENAME {Page};
        fastcgi_param REQUEST_METHOD $request_method;
        fastcgi_param REQUEST_URI $request_uri;
        fastcgi_param DOCUMENT_URI $document_uri;
        fastcgi_param QUERY_STRING $query_string;
        fastcgi_param SERVER_PROTOCOL $server_protocol;
        """;

    /// <summary>Starts it with one pool, called <c>www</c>, and waits until it is ready.</summary>
    /// <param name="host">Where it runs.</param>
    /// <param name="page">The text of the page, without the opening tag.</param>
    /// <param name="listen">A port, or the path of a unix socket.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <param name="pool">More directives of the pool.</param>
    /// <param name="children">How many requests it serves at once.</param>
    public static Task<HostProgram> StartAsync(
        Container host, string page, string listen, CancellationToken stop, string pool = "", int children = 2)
    {
        host.Put(Page, "<?php\n" + page).Put("/srv/php-fpm.conf", $"""
            [global]
            error_log = {ErrorLog}
            daemonize = no
            [www]
            user = www-data
            group = www-data
            listen = {listen}
            pm = static
            pm.max_children = {children}
            catch_workers_output = yes
            php_admin_flag[log_errors] = on
            php_admin_flag[display_errors] = off
            {pool}

            """);
        return host.StartAsync(
            ProgramName,
            ["--nodaemonize", "--fpm-config", "/srv/php-fpm.conf"],
            int.TryParse(listen, out var port) ? Readiness.Port(port) : Readiness.UnixSocket(listen),
            stop);
    }
}
