using System.Text;

namespace Weir.Probing.Dns;

/// <summary>Reads a small text file of the system, within bounds.</summary>
internal static class SettingsText
{
    /// <summary>Bytes read at most: a hosts file with a blocking list has a few MB, none has more than this.</summary>
    private const int MostBytes = 8 * 1024 * 1024;

    /// <summary>
    /// The text, or why there is none; a file that is missing is empty. More than the bound is cut off.
    /// </summary>
    public static (string? Text, string? Problem) Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var bytes = new byte[Math.Min(file.Length + 1, MostBytes)];
            var count = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return (Encoding.UTF8.GetString(bytes, 0, count),
                file.Length > MostBytes ? $"{path}: only the first {MostBytes} bytes were read" : null);
        }
        catch (FileNotFoundException)
        {
            return ("", null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, $"{path}: {error.Message}");
        }
    }
}
