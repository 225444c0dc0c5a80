namespace Weir.Lab.Gateways;

/// <summary>Starts a real HAProxy.</summary>
public static class HaproxyServer
{
    /// <summary>The name of its program.</summary>
    public const string ProgramName = "haproxy";

    /// <summary>Starts it and waits until it listens. Its log goes to <see cref="GatewayProcess.Output"/>.</summary>
    /// <param name="program">The full path of the program.</param>
    /// <param name="sections">Its frontends and backends; the defaults before them can be overridden there.</param>
    /// <param name="port">The port to wait for.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="InvalidOperationException">It does not start; the message has its words.</exception>
    public static async Task<GatewayProcess> StartAsync(
        string program, string sections, int port, CancellationToken stop)
    {
        var folder = await GatewayFolder.WithAsync("haproxy.cfg", $"""
            global
                log stdout format raw local0
                maxconn 64
            defaults
                mode http
                log global
                option httplog
                retries 0
                timeout connect 1s
                timeout client 10s
                timeout server 10s
            {sections}

            """, stop).ConfigureAwait(false);
        return await GatewayProcess.StartAsync(program, ["-db", "-f", "haproxy.cfg"], folder, port, stop)
            .ConfigureAwait(false);
    }
}
