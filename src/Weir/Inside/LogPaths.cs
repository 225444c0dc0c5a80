using System.Collections.Immutable;
using Weir.Configurations;
using Weir.Inside.Checks;
using Weir.Logs.Access;

namespace Weir.Inside;

/// <summary>Where a gateway logs, as paths that we can open.</summary>
internal static class LogPaths
{
    /// <summary>More logs than these of one site are not read.</summary>
    private const int Most = 6;

    /// <summary>Whether a log is one of requests, by its name.</summary>
    public static bool IsAccess(string path)
        => Path.GetFileName(path).Contains("access", StringComparison.OrdinalIgnoreCase);

    /// <summary>The error logs of the route; of the whole gateway where no route is known. The gateway's own says what
    /// concerns no request.</summary>
    public static ImmutableArray<string> Errors(GatewaySeen? gateway)
        => gateway is not { Place: { } place, Configuration.Model: var model } ? []
            : [.. (gateway.Choice?.Route?.ErrorLogs ?? []).Concat(model.ErrorLogs)
                .Select(each => each.Path).Where(IsFile).Distinct().Take(Most).Select(place.PathOf)];

    /// <summary>The access logs of the route.</summary>
    public static ImmutableArray<Logs.Recent.AccessLog> Access(GatewaySeen? gateway)
        => gateway is not { Place: { } place, Configuration.Model: var model } ? []
            : [.. (gateway.Choice?.Route?.AccessLogs ?? model.AccessLogs)
                .Where(each => IsFile(each.Path)).DistinctBy(each => each.Path).Take(Most)
                .Select(each => new Logs.Recent.AccessLog(place.PathOf(each.Path), FormatOf(each)))];

    // Syslog, stderr and names made of variables lead to no file that is known.
    private static bool IsFile(string path)
        => path.StartsWith('/') && path != "/dev/null" && !path.Contains('$', StringComparison.Ordinal);

    private static AccessFormat FormatOf(AccessLog log)
    {
        try
        {
            return log.Format is { Length: > 0 } text ? AccessFormat.Compile(text) : AccessFormat.Known;
        }
        catch (FormatException)
        {
            return AccessFormat.Known; // lines of no known look are counted as unparsed
        }
    }
}
