namespace Weir.Configurations.Nginx;

/// <summary>Paths as nginx reads them.</summary>
internal static class NginxPath
{
    /// <summary>An absolute path as it is; another one below a folder.</summary>
    public static string Absolute(string path, string folder)
        => path.StartsWith('/') || path.StartsWith('$') ? path : $"{folder.TrimEnd('/')}/{path}";
}
