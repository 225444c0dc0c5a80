using System.Text;
using Microsoft.Win32.SafeHandles;
using Weir.Probing.Tcp;

namespace Weir.Host;

/// <summary>
/// Where the machine is read: its own root, the root of a container (<c>/proc/PID/root</c>), or a folder into which
/// another machine's <c>/proc</c>, <c>/sys</c> and <c>/etc</c> were copied. Below a prefix no link leads out again.
/// </summary>
/// <param name="Prefix">What stands before <c>/proc</c>; empty is this machine.</param>
public sealed record HostRoot(string Prefix)
{
    /// <summary>This machine.</summary>
    public static HostRoot This { get; } = new("");

    /// <summary>Bytes read of one file: a socket table of about 50,000 rows.</summary>
    private const int MaxText = 8 * 1024 * 1024;

    /// <summary>Names read of one folder: a busy machine has some thousands of processes.</summary>
    private const int MaxNames = 200_000;

    private const int Step = 16 * 1024;

    /// <summary>It is this machine itself and not a copy or a container.</summary>
    public bool IsThis => Prefix.Length == 0;

    /// <summary>The root as a process sees it: that of its container.</summary>
    public static HostRoot OfProcess(int process) => new($"/proc/{process}/root");

    /// <summary>The text of a file, cut at 8 MiB; what is no UTF-8 becomes U+FFFD.</summary>
    public Reading<string> Text(string path) => HostFile.Open(this, path).Then(handle =>
    {
        using (handle)
        {
            using var bytes = new MemoryStream();
            var buffer = new byte[Step];
            while (bytes.Length < MaxText)
            {
                var step = HostFile.Read(handle, buffer, path);
                if (!step.TryGet(out var length))
                {
                    return Readings.Missing<string>(step.Missing!);
                }

                if (length == 0)
                {
                    break;
                }

                bytes.Write(buffer, 0, length);
            }

            return Readings.Of(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
        }
    });

    /// <summary>Visits a file line by line, for tables too long to be held: at most so many lines.</summary>
    /// <returns>How many lines there were.</returns>
    internal Reading<int> Lines(string path, int limit, Action<string> visit)
        => HostFile.Open(this, path).Then(handle => Visit(handle, path, limit, visit));

    private static Reading<int> Visit(SafeFileHandle handle, string path, int limit, Action<string> visit)
    {
        try
        {
            using var reader = new StreamReader(new FileStream(handle, FileAccess.Read, bufferSize: 0));
            var seen = 0;
            while (seen < limit && reader.ReadLine() is { } line)
            {
                seen++;
                visit(line);
            }

            return Readings.Of(seen);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            handle.Dispose();
            return Readings.Missing<int>(new Unread(path, UnreadReason.Failed, error.Message));
        }
    }

    /// <summary>A file that holds one number; <c>max</c>, the kernel's "no limit", is the largest.</summary>
    public Reading<long> Number(string path) => Text(path).ParseValue(path, KernelText.Number);

    /// <summary>Where a link leads, as it is written.</summary>
    public Reading<string> Link(string path) => HostFile.Link(this, path);

    /// <summary>The names in a folder, without order.</summary>
    public Reading<IReadOnlyList<string>> Names(string path) => HostFile.OpenFolder(this, path).Then(handle =>
    {
        using (handle)
        {
            try
            {
                // The folder that is open, not its path: nobody can put a link in its place in between.
                IReadOnlyList<string> names =
                [
                    .. Directory.EnumerateFileSystemEntries($"/proc/self/fd/{handle.DangerousGetHandle()}")
                        .Select(entry => Path.GetFileName(entry)!)
                        .Take(MaxNames),
                ];
                return Readings.Of(names);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return Readings.Missing<IReadOnlyList<string>>(HostFile.Failed(
                    path, error is UnauthorizedAccessException ? Errno.EACCES : Errno.ENOENT));
            }
        }
    });
}
