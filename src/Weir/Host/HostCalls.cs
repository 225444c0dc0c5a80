using System.Runtime.InteropServices;

namespace Weir.Host;

/// <summary>
/// The system calls that reading this machine needs and the platform hides. Every call that fails returns -1 and leaves
/// its reason in <see cref="Marshal.GetLastPInvokeError"/>.
/// </summary>
internal static unsafe partial class HostCalls
{
    public const int ReadOnly = 0;
    public const int NonBlocking = 0x800;
    public const int NoTerminal = 0x100;
    public const int CloseOnExec = 0x8_0000;
    public const int PathOnly = 0x20_0000;

    public const int AfNetlink = 16;
    public const int SockRaw = 3;
    public const int NetlinkSockDiag = 4;

    private const nint OpenAt2Number = 437;

    /// <summary>O_NOFOLLOW and O_DIRECTORY have other numbers on Arm.</summary>
    public static int NoFollow => IsArm ? 0x8000 : 0x2_0000;

    public static int DirectoryOnly => IsArm ? 0x4000 : 0x1_0000;

    private static bool IsArm => RuntimeInformation.ProcessArchitecture is Architecture.Arm or Architecture.Arm64;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "readlinkat", SetLastError = true,
        StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint ReadLink(int folder, string path, byte* buffer, nuint length);

    /// <summary>Bytes of <c>struct statx</c>, the same on every architecture.</summary>
    public const int StatxBytes = 256;

    /// <summary>AT_FDCWD: a relative path begins at the working folder.</summary>
    public const int AtWorkingFolder = -100;

    /// <summary>AT_EMPTY_PATH: with an empty path the descriptor itself is meant.</summary>
    public const int AtDescriptor = 0x1000;

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Statx(int folder, string path, int flags, uint mask, ref byte status);

    [LibraryImport("libc", EntryPoint = "fstatvfs", SetLastError = true)]
    public static partial int FileSystem(int descriptor, FileSystemStatus* status);

    [LibraryImport("libc", EntryPoint = "recv", SetLastError = true)]
    public static partial nint Receive(int descriptor, byte* buffer, nuint length, int flags);

    /// <summary>
    /// Opens a path so that no link in it, absolute or with <c>..</c>, leads out of <paramref name="folder"/>:
    /// <c>openat2(2)</c> with RESOLVE_IN_ROOT, Linux 5.6 and later.
    /// </summary>
    public static int OpenBelow(int folder, string path, int flags)
    {
        var how = new OpenHow { Flags = (ulong)flags, Resolve = OpenHow.InRoot };
        return (int)SystemCall(OpenAt2Number, folder, path, &how, (nuint)sizeof(OpenHow));
    }

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint SystemCall(nint number, nint folder, string path, OpenHow* how, nuint length);

    /// <summary><c>struct open_how</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct OpenHow
    {
        public const ulong InRoot = 0x10;

        public ulong Flags;
        public ulong Mode;
        public ulong Resolve;
    }

    /// <summary><c>struct statvfs</c> of 64-bit systems, with room for what a C library may add.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct FileSystemStatus
    {
        public ulong BlockSize;
        public ulong FragmentSize;
        public ulong Blocks;
        public ulong BlocksFree;
        public ulong BlocksAvailable;
        public ulong Inodes;
        public ulong InodesFree;
        public ulong InodesAvailable;
        public ulong Id;
        public ulong Flags;
        public ulong NameMax;
        public fixed ulong Spare[8];
    }
}
