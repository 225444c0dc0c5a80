using Weir.Host;

namespace Weir.Tests.Kit;

/// <summary>A folder with files of another machine's <c>/proc</c> and <c>/sys</c>, removed at the end.</summary>
internal sealed class CapturedHost : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("weir-host-");

    /// <summary>The machine as the readers take it.</summary>
    public HostRoot Root => new(_folder.FullName);

    /// <summary>Writes a file; the path begins with <c>/proc</c> or <c>/sys</c>.</summary>
    public CapturedHost With(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
        return this;
    }

    /// <summary>Writes a link as it is spelled.</summary>
    public CapturedHost WithLink(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.CreateSymbolicLink(At(path), target);
        return this;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string At(string path) => _folder.FullName + path;
}
