namespace Weir.Lab.Gateways;

/// <summary>Starts a real nginx.</summary>
public static class NginxServer
{
    /// <summary>The name of its program.</summary>
    public const string ProgramName = "nginx";

    /// <summary>Starts it and waits until it listens. Its folder has <c>error.log</c> and <c>access.log</c>.</summary>
    /// <param name="program">The full path of the program.</param>
    /// <param name="http">What stands in its <c>http</c> block, with a server that listens on the port.</param>
    /// <param name="port">The port to wait for.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="InvalidOperationException">It does not start; the message has its words.</exception>
    public static async Task<GatewayProcess> StartAsync(
        string program, string http, int port, CancellationToken stop)
    {
        // As root its workers would be another user, who may not enter the folder.
        var user = Environment.IsPrivilegedProcess ? "user root;" : "";
        var folder = await GatewayFolder.WithAsync("nginx.conf", $$"""
            {{user}}
            daemon off;
            worker_processes 1;
            pid nginx.pid;
            error_log error.log info;
            events { worker_connections 64; }
            http {
                access_log access.log;
                client_body_temp_path client_temp;
                proxy_temp_path proxy_temp;
                fastcgi_temp_path fastcgi_temp;
                uwsgi_temp_path uwsgi_temp;
                scgi_temp_path scgi_temp;
                {{http}}
            }
            """, stop).ConfigureAwait(false);
        return await GatewayProcess.StartAsync(
            program, ["-p", folder, "-c", "nginx.conf", "-e", "stderr"], folder, port, stop).ConfigureAwait(false);
    }
}
