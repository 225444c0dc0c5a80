using Weir.Lab.Worlds;

namespace Weir.Lab.Servers;

/// <summary>Starts a real Node.js in a container.</summary>
public static class Node
{
    /// <summary>The name of its program.</summary>
    public const string ProgramName = "node";

    private const string Script = "/srv/app.js";

    /// <summary>The log of a supervised application.</summary>
    public const string Log = "/var/log/app.log";

    /// <summary>Starts a script and waits until it is ready.</summary>
    public static Task<HostProgram> StartAsync(
        Container host, string script, Readiness readiness, CancellationToken stop)
        => host.Put(Script, script).StartAsync(ProgramName, [Script], readiness, stop);

    /// <summary>
    /// Starts a script under a small supervisor, which starts it again a second after each end; its output goes to
    /// <see cref="Log"/>.
    /// </summary>
    public static Task<HostProgram> SuperviseAsync(
        Container host, string script, Readiness readiness, CancellationToken stop)
    {
        host.Put(Script, script).Put("/srv/supervisor.sh", $"""
            #!/bin/sh
            while :; do
                node {Script} >>{Log} 2>&1
                echo "supervisor: app ended with $?, starting it again" >>{Log}
                sleep 1
            done

            """);
        return host.StartAsync("sh", ["/srv/supervisor.sh"], readiness, stop);
    }
}
