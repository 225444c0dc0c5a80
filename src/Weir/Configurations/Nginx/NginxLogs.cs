namespace Weir.Configurations.Nginx;

/// <summary>Reads where requests and errors are logged.</summary>
internal sealed class NginxLogs
{
    private readonly NginxBuild _build;
    private readonly Dictionary<string, string> _formats;

    /// <summary>Reads the formats, which stand in <c>http</c> only.</summary>
    public NginxLogs(NginxScope http, NginxBuild build)
    {
        _build = build;
        _formats = new() { ["combined"] = NginxDefaults.CombinedFormat };
        foreach (var format in http.Own("log_format"))
        {
            var parts = format.Arguments.Skip(1)
                .SkipWhile(part => part.StartsWith("escape=", StringComparison.Ordinal));
            _formats[format.First] = string.Concat(parts);
        }
    }

    /// <summary>The access logs in force; empty when they are off.</summary>
    public IReadOnlyList<AccessLog> Access(NginxScope scope) => scope.Nearest("access_log") switch
    {
        [] => [new(_build.AccessLogPath, "combined", NginxDefaults.CombinedFormat, null, null)],
        var logs when logs.Any(each => each.First == "off") => [],
        var logs => [.. logs.Select(Access)],
    };

    /// <summary>The error logs in force.</summary>
    public IReadOnlyList<ErrorLog> Errors(NginxScope scope) => scope.Nearest("error_log") switch
    {
        [] => [new(_build.ErrorLogPath, "error", null)],
        var logs => [.. logs.Select(each => new ErrorLog(
            Place(each.First), each.Arguments.Count > 1 ? each.Arguments[1] : "error", each.At))],
    };

    private AccessLog Access(NginxDirective log)
    {
        var format = log.Arguments.Skip(1).FirstOrDefault(each => !each.Contains('=') && each != "gzip") ?? "combined";
        return new(
            Place(log.First), format, _formats.GetValueOrDefault(format), NginxValue.Parameter(log.Arguments, "if"),
            log.At);
    }

    private string Place(string path)
        => path == "stderr" || path.StartsWith("syslog:", StringComparison.Ordinal)
            || path.StartsWith("memory:", StringComparison.Ordinal)
                ? path
                : NginxPath.Absolute(path, _build.Prefix);
}
