using System.Collections.Immutable;
using Weir.Lab.Worlds;

namespace Weir.Lab.Servers;

/// <summary>Starts a real nginx in a container, as its official image does: from <c>/etc/nginx</c>, in front.</summary>
public static class Nginx
{
    /// <summary>The name of its program.</summary>
    public const string ProgramName = "nginx";

    /// <summary>The port it listens on.</summary>
    public const int Port = 80;

    /// <summary>Its error log.</summary>
    public const string ErrorLog = "/var/log/nginx/error.log";

    /// <summary>Its access log: the combined format and what the upstream did.</summary>
    public const string AccessLog = "/var/log/nginx/access.log";

    /// <summary>The folders that a container with nginx needs of its own.</summary>
    public static ImmutableArray<OwnFolder> Folders { get; } = [new("/etc/nginx"), new("/var/lib/nginx")];

    /// <summary>Writes the configuration and an empty folder for the logs, and starts nothing.</summary>
    /// <param name="host">Where it is installed.</param>
    /// <param name="http">What stands in its <c>http</c> block.</param>
    /// <param name="main">More directives outside of it.</param>
    /// <param name="connections">Its <c>worker_connections</c>.</param>
    public static void Install(Container host, string http, string main = "", int connections = 512)
    {
        Directory.CreateDirectory(host.PathOf(Path.GetDirectoryName(ErrorLog)!));
        host.Put("/etc/nginx/nginx.conf", $$"""
            user www-data;
            worker_processes 1;
            pid /run/nginx.pid;
            error_log {{ErrorLog}} warn;
            {{main}}
            events {
                worker_connections {{connections}};
            }
            http {
                log_format upstreams '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent '
                    '"$http_referer" "$http_user_agent" '
                    '$upstream_addr $upstream_status $upstream_response_time $request_time';
                access_log {{AccessLog}} upstreams;
                proxy_connect_timeout 2s;
                proxy_send_timeout 2s;
                proxy_read_timeout 2s;
                fastcgi_connect_timeout 2s;
                fastcgi_read_timeout 2s;
            {{http}}
            }

            """);
    }

    /// <summary>Installs and starts it, and waits until it listens.</summary>
    /// <exception cref="InvalidOperationException">It does not start; the message has its words.</exception>
    public static Task<HostProgram> StartAsync(
        Container host, string http, CancellationToken stop, string main = "", int connections = 512)
    {
        Install(host, http, main, connections);
        return host.StartAsync(ProgramName, ["-g", "daemon off;"], Readiness.Port(Port), stop);
    }
}
