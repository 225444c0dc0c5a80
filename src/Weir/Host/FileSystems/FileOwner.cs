using System.Runtime.InteropServices;

namespace Weir.Host.FileSystems;

/// <summary>Whose a file is, and what its mode allows: <c>statx(2)</c>.</summary>
/// <param name="User">The owner's number.</param>
/// <param name="Group">The group's number.</param>
/// <param name="Mode">The lowest nine bits: read, write, search for owner, group and others.</param>
internal sealed record FileOwner(int User, int Group, int Mode)
{
    private const uint WantModeAndOwner = 2 | 8 | 16; // STATX_MODE, STATX_UID, STATX_GID
    private const int UserAt = 20;
    private const int GroupAt = 24;
    private const int ModeAt = 28;
    private const int Permissions = 0x1FF;

    /// <summary>Reads it; links are followed, and never out of the root.</summary>
    public static Reading<FileOwner> Read(HostRoot root, string path)
        => HostFile.OpenPath(root, path).Then(handle =>
        {
            using (handle)
            {
                Span<byte> status = stackalloc byte[HostCalls.StatxBytes];
                return HostCalls.Statx((int)handle.DangerousGetHandle(), "", HostCalls.AtDescriptor, WantModeAndOwner,
                    ref status[0]) == 0
                        ? Readings.Of(new FileOwner(
                            BitConverter.ToInt32(status[UserAt..]), BitConverter.ToInt32(status[GroupAt..]),
                            BitConverter.ToUInt16(status[ModeAt..]) & Permissions))
                        : Readings.Missing<FileOwner>(HostFile.Failed(path, Marshal.GetLastPInvokeError()));
            }
        });

    /// <summary>Whether a user with these groups may do all of <paramref name="wanted"/> (4 read, 2 write, 1
    /// search).</summary>
    public bool Grants(int wanted, int user, IReadOnlyList<int> groups)
        => user == 0 || ((Mode >> (user == User ? 6 : groups.Contains(Group) ? 3 : 0)) & wanted) == wanted;

    /// <summary>For people: <c>mode 660, user 33, group 33</c>.</summary>
    public override string ToString()
        => $"mode {Convert.ToString(Mode, 8).PadLeft(3, '0')}, user {User}, group {Group}";
}
