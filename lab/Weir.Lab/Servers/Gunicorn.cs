using System.Globalization;
using Weir.Lab.Worlds;

namespace Weir.Lab.Servers;

/// <summary>Starts a real gunicorn with sync workers in a container.</summary>
public static class Gunicorn
{
    /// <summary>The name of its program.</summary>
    public const string ProgramName = "gunicorn";

    /// <summary>Its error log, with the tracebacks of the application.</summary>
    public const string ErrorLog = "/var/log/gunicorn.log";

    /// <summary>Starts a WSGI application, <c>app</c> in its module, and waits until it listens.</summary>
    /// <param name="host">Where it runs.</param>
    /// <param name="module">The text of the module.</param>
    /// <param name="port">The port, on every address of IPv4.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <param name="workers">How many requests it serves at once.</param>
    public static Task<HostProgram> StartAsync(
        Container host, string module, int port, CancellationToken stop, int workers = 1)
        => host.Put("/srv/shop.py", module).StartAsync(
            ProgramName,
            ["--chdir", "/srv", "--bind", string.Create(CultureInfo.InvariantCulture, $"0.0.0.0:{port}"),
                "--workers", workers.ToString(CultureInfo.InvariantCulture), "--timeout", "300",
                "--error-logfile", ErrorLog, "--capture-output", "--worker-tmp-dir", "/dev/shm", "shop:app"],
            Readiness.Port(port),
            stop);
}
