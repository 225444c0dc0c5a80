using System.Text;
using Weir.Reports;

namespace Weir.Cli;

/// <summary>
/// Where a report goes: the standard output, or a file that is replaced as a whole, so that nobody ever reads half a
/// report. It is opened before the looking begins: a file that cannot be written is told at once.
/// </summary>
internal sealed class Output : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly Stream stream;
    private readonly string? target;
    private readonly string? unfinished;

    private Output(Stream stream, TextStyle style, string? target = null, string? unfinished = null)
        => (this.stream, Style, this.target, this.unfinished) = (stream, style, target, unfinished);

    /// <summary>What it can show.</summary>
    public TextStyle Style { get; }

    /// <summary>Opens what <paramref name="options"/> name.</summary>
    /// <exception cref="StopException">The file cannot be written.</exception>
    public static Output Open(ReportOptions options, Surroundings surroundings)
        => options.File is { } file
            ? Stopping(file, () => OpenFile(file))
            : new Output(surroundings.Output, surroundings.OutputStyle(options.WantsColour));

    /// <summary>Writes the report; a file has it from now on.</summary>
    /// <exception cref="StopException">It cannot be written.</exception>
    public void Write(string report) => Stopping(target ?? "the standard output", () =>
    {
        stream.Write(Utf8.GetBytes(report));
        stream.Flush();
        if (unfinished is not null)
        {
            stream.Dispose();
            File.Move(unfinished, target!, overwrite: true);
        }

        return true;
    });

    /// <summary>Writes <paramref name="page"/> to the standard output.</summary>
    /// <exception cref="StopException">It cannot be written.</exception>
    public static void WriteTo(Stream standardOutput, string page)
        => new Output(standardOutput, TextStyle.Plain).Write(page);

    /// <summary>Takes away a file that was begun and not finished.</summary>
    public void Dispose()
    {
        if (target is null)
        {
            return;
        }

        stream.Dispose();
        if (unfinished is not null)
        {
            File.Delete(unfinished);
        }
    }

    private static Output OpenFile(string file)
    {
        // What lives there is a device, a pipe or an open file: it is written to, never replaced.
        if (file.StartsWith("/dev/", StringComparison.Ordinal) || file.StartsWith("/proc/", StringComparison.Ordinal))
        {
            return new Output(Unbuffered(file, FileMode.Open), TextStyle.Plain, file);
        }

        // A link stays a link, to the new text.
        var link = File.Exists(file) ? File.ResolveLinkTarget(file, returnFinalTarget: true) : null;
        var path = link?.FullName ?? Path.GetFullPath(file);
        if (Directory.Exists(path))
        {
            throw new IOException("it is a folder.");
        }

        var unfinished = Path.Combine(
            Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}");
        return new Output(Unbuffered(unfinished, FileMode.CreateNew), TextStyle.Plain, path, unfinished);
    }

    // Written in one piece; and closing it after a failure must not try to write once more.
    private static FileStream Unbuffered(string path, FileMode mode)
        => new(path, mode, FileAccess.Write, FileShare.Read, bufferSize: 0);

    private static T Stopping<T>(string where, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException)
        {
            throw new StopException(ExitCode.CouldNotCheck, $"{where} cannot be written: {Words(reason)}");
        }
    }

    // The platform's words name the unfinished file, which nobody has heard of.
    private static string Words(Exception reason) => reason switch
    {
        DirectoryNotFoundException => "its folder does not exist.",
        UnauthorizedAccessException => "this user may not write there.",
        _ => reason.Message,
    };
}
