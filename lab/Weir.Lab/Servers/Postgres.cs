using Weir.Lab.Worlds;

namespace Weir.Lab.Servers;

/// <summary>Starts a real PostgreSQL in a container. Its user is <c>postgres</c>, without a password.</summary>
public static class Postgres
{
    /// <summary>The port it listens on.</summary>
    public const int Port = 5432;

    /// <summary>The user of the system that it runs as: it refuses to be root.</summary>
    private const string User = "postgres";

    private const string Data = "/srv/postgres";

    private const string Installed = "/usr/lib/postgresql";

    /// <summary>The full path of one of its programs; null where it is not installed.</summary>
    public static string? Find(string program) => Directory.Exists(Installed)
        ? Directory.EnumerateDirectories(Installed)
            .OrderDescending(StringComparer.Ordinal)
            .Select(version => Path.Combine(version, "bin", program))
            .FirstOrDefault(File.Exists)
        : null;

    /// <summary>Makes an empty database in the container, starts it and waits until it listens.</summary>
    /// <param name="host">Where it runs.</param>
    /// <param name="connections">Its <c>max_connections</c>; three of them are kept for the superuser.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="InvalidOperationException">It is not installed, or does not start.</exception>
    public static async Task<HostProgram> StartAsync(Container host, int connections, CancellationToken stop)
    {
        var server = Find("postgres") ?? throw new InvalidOperationException("PostgreSQL is not installed.");
        host.Run("install", "-d", "-o", User, "-m", "700", Data);
        var made = await host.StartAsync(
            Find("initdb")!,
            ["--no-sync", "--auth=trust", "--username=postgres", "--no-instructions", Data],
            Readiness.Started, stop, user: User).ConfigureAwait(false);
        await using (made.ConfigureAwait(false))
        {
            if (await made.EndAsync(stop).ConfigureAwait(false) != 0)
            {
                throw new InvalidOperationException($"initdb failed: {made.Output}");
            }
        }

        File.AppendAllText(host.PathOf(Data + "/pg_hba.conf"), "host all all samenet trust\n");
        return await host.StartAsync(
            server,
            ["-D", Data, "-c", $"max_connections={connections}", "-c", "listen_addresses=*", "-c", "fsync=off",
                "-c", "shared_buffers=2MB", "-c", "unix_socket_directories=/srv/postgres",
                "-c", "superuser_reserved_connections=0", "-c", "max_wal_senders=0",
                "-c", "dynamic_shared_memory_type=mmap"],
            Readiness.Says("database system is ready to accept connections"), stop, user: User).ConfigureAwait(false);
    }
}
