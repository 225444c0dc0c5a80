using System.Net.Sockets;
using FsCheck;
using FsCheck.Fluent;
using Weir.Host;
using Weir.Host.Sockets;

namespace Weir.Tests.Host.Sockets;

public sealed class UnixTableTests
{
    private const string Text = """
        Num       RefCount Protocol Flags    Type St Inode Path
        0000000000000000: 00000002 00000000 00010000 0001 01 18213 /run/php/php-fpm.sock
        0000000000000000: 00000003 00000000 00000000 0001 03 18300 /run/php/php-fpm.sock
        0000000000000000: 00000002 00000000 00000000 0002 01 18301
        0000000000000000: 00000002 00000000 00010000 0005 01 18302 @/tmp/a name
        """;

    [Fact]
    public void Listeners_have_the_flag_and_a_path_may_hold_spaces()
    {
        var sockets = UnixTable.Parse(Text);

        Assert.Equal([true, false, false, true], sockets.Select(socket => socket.Listens));
        Assert.Equal(["/run/php/php-fpm.sock", "/run/php/php-fpm.sock", null, "@/tmp/a name"],
            sockets.Select(socket => socket.Path));
        Assert.Equal(18213, Assert.Single(new UnixTable(sockets, null).ListenersAt("/run/php/php-fpm.sock")).Inode);
    }

    [Fact]
    public void A_real_listener_is_found_with_queue_and_backlog_until_it_is_full()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has sock_diag.");
        var folder = Directory.CreateTempSubdirectory("weir-unix-");
        var path = folder.FullName + "/app.sock";
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen(1);
        using var first = Connect(path);
        Assert.False(Find(path).QueueFull);
        using var second = Connect(path);

        var full = Find(path);

        Assert.Equal((2L, 1L, true, UnixSocketType.Stream), (full.Queued, full.Limit, full.QueueFull, full.Type));
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Whatever_arrives_reading_does_not_throw()
        => Check.QuickThrowOnFailure(Prop.ForAll<byte[]?, string?>((bytes, text) =>
        {
            UnixTable.Parse(text ?? "");
            NetlinkMessages.Read(bytes, _ => { });
            DiagnosisMessages.ReadTcp(bytes);
            DiagnosisMessages.ReadUnix([.. new byte[16], .. bytes ?? []]);
            DiagnosisMessages.ReadTcp([2, .. new byte[71], .. bytes ?? []]);
            return true;
        }));

    private static UnixSocket Find(string path)
        => Assert.Single(UnixTable.Read(NetworkSeat.This).Value.ListenersAt(path));

    private static Socket Connect(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(path));
        return socket;
    }
}
