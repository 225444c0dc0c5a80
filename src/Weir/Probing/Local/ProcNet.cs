namespace Weir.Probing.Local;

/// <summary>
/// The files of <c>/proc/thread-self/net</c>: those of the network namespace that the calling thread is in, which
/// <c>/proc/net</c> is not (it is that of the first thread of the process).
/// </summary>
internal static class ProcNet
{
    private const string Folder = "/proc/thread-self/net/";

    /// <summary>Characters read of a table that holds a row for each route or neighbour: about 50,000 rows.</summary>
    private const int MaxCharacters = 8 * 1024 * 1024;

    /// <summary>The text of a file, cut at a limit; null when it is not there or may not be read.</summary>
    public static string? Read(string name)
    {
        using var reader = Open(name);
        if (reader is null)
        {
            return null;
        }

        var text = new System.Text.StringBuilder();
        while (text.Length < MaxCharacters && reader.ReadLine() is { } line)
        {
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Opens a file; null when it is not there (another system, no IPv6) or may not be read.</summary>
    public static StreamReader? Open(string name)
    {
        try
        {
            return new StreamReader(Folder + name);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null; // The caller's fact is "not checked": there is nothing else to say about a missing file.
        }
    }
}
