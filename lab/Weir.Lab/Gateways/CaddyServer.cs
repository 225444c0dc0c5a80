namespace Weir.Lab.Gateways;

/// <summary>Starts a real Caddy.</summary>
public static class CaddyServer
{
    /// <summary>The name of its program.</summary>
    public const string ProgramName = "caddy";

    /// <summary>Starts it and waits until it listens. Its log goes to <see cref="GatewayProcess.Output"/>.</summary>
    /// <param name="program">The full path of the program.</param>
    /// <param name="sites">The site blocks of its Caddyfile, with <c>http://</c> before the address.</param>
    /// <param name="port">The port to wait for.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="InvalidOperationException">It does not start; the message has its words.</exception>
    public static async Task<GatewayProcess> StartAsync(
        string program, string sites, int port, CancellationToken stop)
    {
        var folder = await GatewayFolder.WithAsync("Caddyfile", $$"""
            {
                admin off
                auto_https off
            }
            {{sites}}

            """, stop).ConfigureAwait(false);
        return await GatewayProcess.StartAsync(
            program, ["run", "--config", "Caddyfile", "--adapter", "caddyfile"], folder, port, stop)
            .ConfigureAwait(false);
    }
}
