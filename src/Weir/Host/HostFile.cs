using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Weir.Probing.Tcp;

namespace Weir.Host;

/// <summary>
/// Opens files of a root and turns errno into facts: the one edge at which reading the machine meets the system.
/// Nothing here blocks: a pipe or a device in a file's place opens at once and reads as empty.
/// </summary>
internal static unsafe class HostFile
{
    private const int Flags = HostCalls.NonBlocking | HostCalls.NoTerminal | HostCalls.CloseOnExec;

    /// <summary>Longest link read: PATH_MAX of Linux.</summary>
    private const int MaxLink = 4096;

    /// <summary>Opens a file for reading.</summary>
    public static Reading<SafeFileHandle> Open(HostRoot root, string path)
        => OpenWith(root, path, HostCalls.ReadOnly | Flags);

    /// <summary>Opens a folder, so that it may be listed.</summary>
    public static Reading<SafeFileHandle> OpenFolder(HostRoot root, string path)
        => OpenWith(root, path, HostCalls.ReadOnly | HostCalls.DirectoryOnly | Flags);

    /// <summary>Opens what a path names without reading it: for questions about its file system.</summary>
    public static Reading<SafeFileHandle> OpenPath(HostRoot root, string path)
        => OpenWith(root, path, HostCalls.PathOnly | HostCalls.CloseOnExec);

    /// <summary>Where a link leads, as it is written: <c>socket:[4242]</c>.</summary>
    public static Reading<string> Link(HostRoot root, string path)
        => OpenWith(root, path, HostCalls.PathOnly | HostCalls.NoFollow | HostCalls.CloseOnExec).Then(handle =>
        {
            using (handle)
            {
                var buffer = stackalloc byte[MaxLink];
                var length = HostCalls.ReadLink((int)handle.DangerousGetHandle(), "", buffer, MaxLink);
                return length < 0
                    ? Readings.Missing<string>(Failed(path, Marshal.GetLastPInvokeError()))
                    : Readings.Of(System.Text.Encoding.UTF8.GetString(buffer, (int)length));
            }
        });

    /// <summary>Reads once into <paramref name="buffer"/>; 0 at the end.</summary>
    public static Reading<int> Read(SafeFileHandle handle, Span<byte> buffer, string path)
    {
        fixed (byte* start = buffer)
        {
            nint length;
            do
            {
                length = Libc.Read((int)handle.DangerousGetHandle(), start, (nuint)buffer.Length);
            }
            while (length < 0 && Marshal.GetLastPInvokeError() == Errno.EINTR);

            return length < 0
                ? Readings.Missing<int>(Failed(path, Marshal.GetLastPInvokeError()))
                : Readings.Of((int)length);
        }
    }

    /// <summary>The fact that an errno tells of a path.</summary>
    public static Unread Failed(string what, int errno)
    {
        var why = Errno.NameOf(errno);
        return errno switch
        {
            Errno.EACCES or Errno.EPERM => new Unread(what, UnreadReason.Forbidden, why, Privilege.For(what)),
            Errno.ENOENT or Errno.ENOTDIR or NoSuchProcess or NoSuchDevice
                => new Unread(what, UnreadReason.Absent, why),
            NoSuchCall => new Unread(what, UnreadReason.Unsupported, why, "Linux 5.6 or later"),
            _ => new Unread(what, UnreadReason.Failed, why),
        };
    }

    private const int NoSuchProcess = 3; // ESRCH: the process ended between two reads.
    private const int NoSuchDevice = 19; // ENODEV
    private const int NoSuchCall = 38; // ENOSYS

    private static Reading<SafeFileHandle> OpenWith(HostRoot root, string path, int flags)
    {
        if (!OperatingSystem.IsLinux())
        {
            return Readings.Missing<SafeFileHandle>(
                new Unread(path, UnreadReason.Unsupported, "only Linux has it", "Linux"));
        }

        var descriptor = root.Prefix.Length == 0 ? HostCalls.Open(path, flags) : OpenBelow(root.Prefix, path, flags);
        return descriptor < 0
            ? Readings.Missing<SafeFileHandle>(Failed(path, Marshal.GetLastPInvokeError()))
            : Readings.Of(new SafeFileHandle(descriptor, ownsHandle: true));
    }

    private static int OpenBelow(string prefix, string path, int flags)
    {
        var folder = HostCalls.Open(prefix, HostCalls.PathOnly | HostCalls.DirectoryOnly | HostCalls.CloseOnExec);
        if (folder < 0)
        {
            return folder;
        }

        using var handle = new SafeFileHandle(folder, ownsHandle: true);
        return HostCalls.OpenBelow(folder, path, flags);
    }
}
