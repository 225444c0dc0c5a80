namespace Weir.Configurations.Nginx.Choosing;

/// <summary>Follows <c>try_files</c> and <c>index</c>, looking at the files themselves where that is
/// possible.</summary>
internal sealed class FileSearch(VariableTable variables, FilePlace places)
{
    /// <summary>Follows <c>try_files</c>; null when the request stays, with the path of the file that was
    /// found.</summary>
    public FileWay? Try(Visit visit)
    {
        // The inside of an "if" does not inherit it, a trap of nginx.
        if (visit.Location!.Scope.OwnLast("try_files") is not { Arguments.Count: >= 2 } files)
        {
            return null;
        }

        var isSure = true;
        foreach (var candidate in files.Arguments.SkipLast(1))
        {
            var path = variables.Evaluate(candidate, visit);
            var kind = path.IsKnown ? Look(path.Text.TrimEnd('/'), visit) : FileKind.Unknown;
            if (kind == (candidate.EndsWith('/') ? FileKind.Folder : FileKind.File))
            {
                visit.Uri = candidate.EndsWith('/') ? path.Text[..^1] : path.Text;
                visit.Say($"try_files finds {visit.Uri}", files.At);
                return null;
            }

            isSure &= kind != FileKind.Unknown;
        }

        return Last(files, isSure, visit);
    }

    /// <summary>Serves a file, or the index of a folder; null when there is a file, or may be one.</summary>
    public FileWay? Serve(FilesAction folder, Visit visit)
    {
        if (visit.Uri.EndsWith('/'))
        {
            return Index(folder, visit);
        }

        switch (Look(visit.Uri, visit))
        {
            case FileKind.None:
                visit.Say($"there is no file for {visit.Uri}: 404", folder.At);
                return new(404, null, folder.At);
            case FileKind.Folder:
                visit.Say($"{visit.Uri} is a folder: redirected to it with a slash", folder.At);
                return new(301, null, folder.At);
            case FileKind.Special:
                return new(404, null, folder.At);
            case FileKind.File:
                visit.Say($"the file for {visit.Uri} is served", folder.At);
                return null;
            case FileKind.Unknown or _:
                visit.Guess($"a file for {visit.Uri} is served, if it exists", folder.At);
                return null;
        }
    }

    private FileWay? Last(NginxDirective files, bool isSure, Visit visit)
    {
        var to = variables.Evaluate(files.Arguments[^1], visit).Text;
        var status = to.StartsWith('=') ? NginxValue.Count(to[1..]) : null;
        if (isSure)
        {
            visit.Say($"try_files finds none of its files: {to}", files.At);
        }
        else if (status is not null)
        {
            // Where all else is an error, the location was written for files that exist.
            visit.Guess($"try_files looks for files that are not known here; taken as found, else {to}", files.At);
            return null;
        }
        else
        {
            visit.Guess($"try_files looks for files that are not known here; taken as not found: {to}", files.At);
        }

        return status is null ? new(null, to, files.At) : new(status, null, files.At);
    }

    private FileWay? Index(FilesAction folder, Visit visit)
    {
        var scope = visit.Location!.Scope;
        var names = scope.Find("index")?.Arguments ?? ["index.html"];
        foreach (var name in names.Select(each => variables.Evaluate(each, visit).Text))
        {
            if (name.StartsWith('/'))
            {
                return new(null, WithQuery(name, visit), folder.At);
            }

            switch (Look(visit.Uri + name, visit))
            {
                case FileKind.File:
                    visit.Say($"the index {name} exists", folder.At);
                    return new(null, WithQuery(visit.Uri + name, visit), folder.At);
                case FileKind.None when Look(visit.Uri, visit) == FileKind.None:
                    visit.Say($"there is no folder for {visit.Uri}: 404", folder.At);
                    return new(404, null, folder.At);
                case FileKind.Unknown:
                    visit.Guess($"an index of {visit.Uri} is served, if it exists", folder.At);
                    return null;
            }
        }

        var lists = scope.IsOn("autoindex");
        visit.Say($"the folder {visit.Uri} has no index: " + (lists ? "it is listed" : "403"), folder.At);
        return lists ? null : new(403, null, folder.At);
    }

    private static string WithQuery(string path, Visit visit)
        => visit.Query.Length > 0 ? $"{path}?{visit.Query}" : path;

    private FileKind Look(string uri, Visit visit)
    {
        var folder = NginxActions.Files(visit.Location!, visit.Tree.Build);
        var root = variables.Evaluate(folder.Folder, visit);
        return root.IsKnown
            ? places.Look(FilePlace.Join(root.Text, folder.ReplacesPath, visit.Location!, uri), visit)
            : FileKind.Unknown;
    }
}
