using System.Runtime.InteropServices;
using Weir.Host;

namespace Weir.Configurations;

/// <summary>
/// Asks Linux what stands at a path. .NET does not tell a pipe from a file before it has opened it, and opening a pipe
/// waits for its writer.
/// </summary>
internal static class FileStatus
{
    private const int NotThere = 2; // ENOENT
    private const int NotAFolder = 20; // ENOTDIR
    private const int TypeMask = 0xF000; // S_IFMT
    private const int Regular = 0x8000; // S_IFREG
    private const int Directory = 0x4000; // S_IFDIR
    private const uint WantType = 1; // STATX_TYPE

    /// <summary>Where <c>stx_mode</c> stands in it.</summary>
    private const int ModeAt = 28;

    /// <summary>What stands there; links are followed.</summary>
    public static FileKind Of(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return File.Exists(path) ? FileKind.File
                : System.IO.Directory.Exists(path) ? FileKind.Folder
                : FileKind.None;
        }

        Span<byte> status = stackalloc byte[HostCalls.StatxBytes];
        if (path.Contains('\0') || HostCalls.Statx(HostCalls.AtWorkingFolder, path, 0, WantType, ref status[0]) != 0)
        {
            return path.Contains('\0') || Marshal.GetLastPInvokeError() is NotThere or NotAFolder
                ? FileKind.None
                : FileKind.Unknown;
        }

        return (BitConverter.ToUInt16(status[ModeAt..]) & TypeMask) switch
        {
            Regular => FileKind.File,
            Directory => FileKind.Folder,
            _ => FileKind.Special,
        };
    }
}
