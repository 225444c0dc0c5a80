namespace Weir.Lab.Gateways;

/// <summary>Starts a real Apache httpd.</summary>
public static class ApacheServer
{
    /// <summary>The name of its program.</summary>
    public const string ProgramName = "apache2";

    private const string Modules = "/usr/lib/apache2/modules";

    private static readonly string[] Loaded = ["mpm_event", "authz_core", "proxy", "proxy_http", "proxy_fcgi",
        "proxy_balancer", "lbmethod_byrequests", "slotmem_shm", "headers", "ssl", "socache_shmcb"];

    /// <summary>Starts it and waits until it listens. Its folder has <c>error.log</c>.</summary>
    /// <param name="program">The full path of the program.</param>
    /// <param name="directives">Its configuration after the modules; <c>Listen</c> is there already.</param>
    /// <param name="port">The port it listens on, on loopback.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="InvalidOperationException">It does not start; the message has its words.</exception>
    public static async Task<GatewayProcess> StartAsync(
        string program, string directives, int port, CancellationToken stop)
    {
        // It refuses to serve as root.
        var user = Environment.IsPrivilegedProcess ? "User nobody\nGroup nogroup" : "";
        var modules = string.Join(
            '\n', Loaded.Select(name => $"LoadModule {name}_module {Modules}/mod_{name}.so"));
        var folder = await GatewayFolder.WithAsync("apache.conf", $"""
            {modules}
            {user}
            Listen 127.0.0.1:{port}
            ServerName localhost
            PidFile apache.pid
            DefaultRuntimeDir .
            Mutex file:. default
            ErrorLog error.log
            LogLevel info
            StartServers 1
            {directives}

            """, stop).ConfigureAwait(false);
        return await GatewayProcess.StartAsync(
            program, ["-DFOREGROUND", "-d", folder, "-f", "apache.conf"], folder, port, stop).ConfigureAwait(false);
    }
}
