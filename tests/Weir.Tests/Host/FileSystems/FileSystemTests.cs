using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Weir.Host;
using Weir.Host.FileSystems;
using Weir.Tests.Kit;

namespace Weir.Tests.Host.FileSystems;

public sealed class FileSystemTests
{
    private const string Mounts = """
        22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 ro,errors=remount-ro
        23 22 0:20 / /proc rw,nosuid - proc proc rw
        24 22 8:17 /data /srv/my\040files rw,relatime shared:2 master:1 - xfs /dev/sdb1 rw
        25 22 8:33 / /mnt ro,relatime - ext4 /dev/sdc1 ro
        nonsense
        """;

    public FileSystemTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has these calls.");

    [Fact]
    public void A_file_system_that_turned_read_only_is_told_from_one_mounted_so()
    {
        var mounts = MountTable.Parse(Mounts);

        Assert.Equal(4, mounts.Rows.Count);
        Assert.True(mounts.Of("/var/log")!.TurnedReadOnly);
        Assert.Equal((true, false), (mounts.Of("/mnt/a")!.ReadOnly, mounts.Of("/mnt/a")!.TurnedReadOnly));
        Assert.False(mounts.Of("/srv/my files/a")!.ReadOnly);
        Assert.Equal("/", mounts.Of("/mntx")!.Point);
        Assert.Equal("/data", mounts.Of("/srv/my files")!.Root);
    }

    [Fact]
    public void Our_own_mounts_hold_the_root()
        => Assert.NotNull(MountTable.Read(HostRoot.This).Value.Of("/"));

    [Fact]
    public void A_file_system_with_room_is_not_full()
    {
        var space = FileSystemSpace.Read(HostRoot.This, "/").Value;

        Assert.InRange(space.Available, 1, space.Total);
        Assert.InRange(space.Share, 0, 1);
        Assert.Equal(new DriveInfo("/").TotalSize, space.Total);
    }

    [Fact]
    public void A_full_file_system_is_seen_by_bytes()
    {
        using var mount = SmallFileSystem.Make("size=64k");
        Assert.False(FileSystemSpace.Read(HostRoot.This, mount.Folder).Value.Full);

        Assert.Throws<IOException>(() => File.WriteAllBytes(mount.Folder + "/big", new byte[100_000]));

        var space = FileSystemSpace.Read(HostRoot.This, mount.Folder).Value;
        Assert.Equal((65_536L, 0L, true, 1.0), (space.Total, space.Available, space.Full, space.Share));
        Assert.True(space.InodesAvailable > 0);
    }

    [Fact]
    public void A_file_system_without_inodes_is_full_though_it_has_bytes()
    {
        using var mount = SmallFileSystem.Make("size=1m,nr_inodes=4");
        for (var file = 1; file <= 3; file++)
        {
            File.WriteAllText($"{mount.Folder}/{file}", "");
        }

        var space = FileSystemSpace.Read(HostRoot.This, mount.Folder).Value;

        Assert.Equal((4L, 0L, true), (space.Inodes, space.InodesAvailable, space.Full));
        Assert.True(space.Available > 0);
    }

    [Fact]
    public void A_read_only_mount_is_seen()
    {
        using var mount = SmallFileSystem.Make("ro,size=64k");
        Assert.True(FileSystemSpace.Read(HostRoot.This, mount.Folder).Value.ReadOnly);
        Assert.True(MountTable.Read(HostRoot.This).Value.Of(mount.Folder)!.ReadOnly);
    }

    [Fact]
    public void A_path_that_is_not_there_is_absent()
        => Assert.Equal(UnreadReason.Absent, FileSystemSpace.Read(HostRoot.This, "/no/such").Missing!.Reason);

    [Fact]
    public void Whatever_the_text_is_reading_does_not_throw()
        => Check.QuickThrowOnFailure(Prop.ForAll<string?, int>((text, at) =>
        {
            var table = MountTable.Parse(Mounts.Insert((int)((uint)at % (uint)Mounts.Length), text ?? ""));
            table.Of(text ?? "");
            return true;
        }));

    /// <summary>A file system in memory, unmounted at the end.</summary>
    private sealed record SmallFileSystem(string Folder) : IDisposable
    {
        public static SmallFileSystem Make(string options)
        {
            var folder = Directory.CreateTempSubdirectory("weir-full-").FullName;
            if (Run("mount", "-t", "tmpfs", "-o", options, "weir", folder) != 0)
            {
                Directory.Delete(folder);
                Assert.Skip("Mounting needs root.");
            }

            return new SmallFileSystem(folder);
        }

        public void Dispose()
        {
            Run("umount", Folder);
            Directory.Delete(Folder);
        }

        private static int Run(string program, params string[] arguments)
        {
            using var process = Process.Start(new ProcessStartInfo(Requires.Program(program), arguments)
            {
                RedirectStandardError = true,
            })!;
            process.WaitForExit();
            return process.ExitCode;
        }
    }
}
