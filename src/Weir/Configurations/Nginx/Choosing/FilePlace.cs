namespace Weir.Configurations.Nginx.Choosing;

/// <summary>Where the files of a location lie, and what stands there.</summary>
internal sealed class FilePlace(ConfigurationFiles files)
{
    /// <summary>A path of a request in the file system.</summary>
    /// <param name="folder">The folder of <c>root</c> or <c>alias</c>.</param>
    /// <param name="replacesPath">It is an alias: it stands for the location's own path.</param>
    /// <param name="location">The location.</param>
    /// <param name="uri">The path of the request.</param>
    public static string Join(string folder, bool replacesPath, NginxLocation location, string uri)
    {
        if (!replacesPath)
        {
            return folder.TrimEnd('/') + uri;
        }

        var place = location.Place;
        return place.Regex is not null ? folder // its groups are in the alias
            : uri.StartsWith(place.Text, StringComparison.Ordinal) ? folder + uri[place.Text.Length..]
            : folder + uri;
    }

    /// <summary>
    /// What stands at a path. Unknown also where not even the location's folder is there: then this is not the machine
    /// that serves the site.
    /// </summary>
    public FileKind Look(string path, Visit visit)
    {
        var kind = path.Contains('$') ? FileKind.Unknown : files.Kind(path);
        if (kind != FileKind.None || visit.Location is not { } location)
        {
            return kind;
        }

        var folder = NginxActions.Files(location, visit.Tree.Build).Folder;
        return folder.Contains('$') || files.Kind(folder) is FileKind.Folder or FileKind.File ? kind : FileKind.Unknown;
    }
}
