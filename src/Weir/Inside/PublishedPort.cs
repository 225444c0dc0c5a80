using System.Globalization;
using System.Net;
using Weir.Host.Processes;

namespace Weir.Inside;

/// <summary>
/// The port of a container that is published on the machine: Docker's forwarder holds the machine's socket, and its
/// arguments name the container's.
/// </summary>
internal static class PublishedPort
{
    private const string Forwarder = "docker-proxy";

    /// <summary>Where the forwarder leads; null where the process is none.</summary>
    public static IPEndPoint? Of(HostProcess process)
        => process.Name == Forwarder
            && IPAddress.TryParse(Argument(process, "-container-ip"), out var address)
            && ushort.TryParse(Argument(process, "-container-port"), NumberStyles.None, CultureInfo.InvariantCulture,
                out var port)
                ? new IPEndPoint(address, port)
                : null;

    private static string? Argument(HostProcess process, string name)
        => process.CommandLine.SkipWhile(word => word != name).Skip(1).FirstOrDefault();
}
