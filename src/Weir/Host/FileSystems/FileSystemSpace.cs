using System.Runtime.InteropServices;

namespace Weir.Host.FileSystems;

/// <summary>How full the file system under a path is, statvfs(3).</summary>
/// <param name="Path">The path asked for.</param>
/// <param name="Total">Its size in bytes.</param>
/// <param name="Available">
/// Bytes that a program without privilege may still write: file systems keep a few percent for root.
/// </param>
/// <param name="Inodes">How many files it may hold; 0 where it has no such limit.</param>
/// <param name="InodesAvailable">How many more.</param>
/// <param name="ReadOnly">Nothing can be written.</param>
public sealed record FileSystemSpace(
    string Path, long Total, long Available, long Inodes, long InodesAvailable, bool ReadOnly)
{
    /// <summary>A file system in memory or on a disk answers at once; a dead NFS server never does.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const ulong ReadOnlyFlag = 1;

    /// <summary>No byte or no file can be added: ENOSPC.</summary>
    public bool Full => (Total > 0 && Available == 0) || (Inodes > 0 && InodesAvailable == 0);

    /// <summary>The share that is taken, 0 to 1, of bytes or files, whichever is more.</summary>
    public double Share => Math.Max(ShareOf(Available, Total), ShareOf(InodesAvailable, Inodes));

    /// <summary>Asks the file system; a path that hangs (a dead network file system) is given up.</summary>
    public static Reading<FileSystemSpace> Read(HostRoot root, string path)
    {
        ArgumentNullException.ThrowIfNull(root);
        var answer = Readings.Missing<FileSystemSpace>(
            new Unread(path, UnreadReason.TimedOut, "the file system does not answer"));
        var thread = new Thread(() => Volatile.Write(ref answer, Ask(root, path))) { IsBackground = true };
        thread.Start();
        thread.Join(Patience);
        return Volatile.Read(ref answer);
    }

    private static unsafe Reading<FileSystemSpace> Ask(HostRoot root, string path)
    {
        if (!Environment.Is64BitProcess)
        {
            return Readings.Missing<FileSystemSpace>(
                new Unread(path, UnreadReason.Unsupported, "only 64-bit systems are read", "a 64-bit system"));
        }

        return HostFile.OpenPath(root, path).Then(handle =>
        {
            using (handle)
            {
                HostCalls.FileSystemStatus status;
                return HostCalls.FileSystem((int)handle.DangerousGetHandle(), &status) != 0
                    ? Readings.Missing<FileSystemSpace>(HostFile.Failed(path, Marshal.GetLastPInvokeError()))
                    : Readings.Of(new FileSystemSpace(
                        path,
                        Bytes(status.Blocks, status.FragmentSize),
                        Bytes(status.BlocksAvailable, status.FragmentSize),
                        Bytes(status.Inodes, 1),
                        Bytes(status.InodesAvailable, 1),
                        (status.Flags & ReadOnlyFlag) != 0));
            }
        });
    }

    private static long Bytes(ulong units, ulong size) => (long)UInt128.Min((UInt128)units * size, long.MaxValue);

    private static double ShareOf(long available, long total)
        => total > 0 ? Math.Clamp(1 - ((double)available / total), 0, 1) : 0;
}
