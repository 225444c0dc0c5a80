namespace Weir.Configurations.Nginx;

/// <summary>What a build of nginx has compiled in: where it looks and logs when its configuration does not
/// say.</summary>
public sealed record NginxBuild
{
    /// <summary>The version; null when unknown.</summary>
    public NginxVersion? Version { get; init; }

    /// <summary>The folder that relative paths of logs and sites begin at (<c>--prefix</c>, or <c>-p</c>).</summary>
    public string Prefix { get; init; } = "/etc/nginx";

    /// <summary>The first configuration file (<c>--conf-path</c>, or <c>-c</c>). Its folder is where relative includes
    /// and certificates begin.</summary>
    public string ConfigurationPath { get; init; } = "/etc/nginx/nginx.conf";

    /// <summary>The error log without a directive (<c>--error-log-path</c>).</summary>
    public string ErrorLogPath { get; init; } = "/var/log/nginx/error.log";

    /// <summary>The access log without a directive (<c>--http-log-path</c>).</summary>
    public string AccessLogPath { get; init; } = "/var/log/nginx/access.log";

    /// <summary>The memory page of its machine, bytes: the size of a buffer without a directive. 4 KiB on x86; some
    /// ARM kernels have 64 KiB.</summary>
    public int PageBytes { get; init; } = 4096;

    /// <summary>The configuration's folder.</summary>
    internal string ConfigurationFolder
        => ConfigurationPath.LastIndexOf('/') is var slash and > 0 ? ConfigurationPath[..slash] : "/";

    /// <summary>Reads what <c>nginx -V</c> prints; what it does not say keeps the value that packages use.</summary>
    public static NginxBuild Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var build = new NginxBuild();
        var prefix = Option(text, "prefix") ?? "/usr/local/nginx"; // nginx's own default, when it is not packaged
        var isConfigured = text.Contains("configure arguments:", StringComparison.Ordinal);
        return !isConfigured ? build with { Version = VersionOf(text) } : build with
        {
            Version = VersionOf(text),
            Prefix = prefix,
            ConfigurationPath = NginxPath.Absolute(Option(text, "conf-path") ?? "conf/nginx.conf", prefix),
            ErrorLogPath = LogPath(Option(text, "error-log-path") ?? "logs/error.log", prefix),
            AccessLogPath = LogPath(Option(text, "http-log-path") ?? "logs/access.log", prefix),
        };
    }

    private static string LogPath(string path, string prefix)
        => path == "stderr" ? path : NginxPath.Absolute(path, prefix);

    private static NginxVersion? VersionOf(string text)
    {
        var start = text.IndexOf("nginx version:", StringComparison.Ordinal);
        var line = start < 0 ? text : text[start..].Split('\n', 2)[0];
        return NginxVersion.Parse(line.Split('/', 2)[^1]);
    }

    private static string? Option(string text, string name)
    {
        var mark = $"--{name}=";
        return text.Split(' ', '\n', '\r').FirstOrDefault(word => word.StartsWith(mark, StringComparison.Ordinal))?
            [mark.Length..].Trim('\'');
    }
}
