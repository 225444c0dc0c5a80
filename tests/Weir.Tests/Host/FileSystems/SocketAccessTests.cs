using Weir.Host.FileSystems;

namespace Weir.Tests.Host.FileSystems;

/// <summary>Who may do what with a file of some mode.</summary>
public sealed class SocketAccessTests
{
    [Theory]
    [InlineData(0x1B0, 33, new[] { 33 }, true)] // 660, the owner
    [InlineData(0x1B0, 34, new[] { 33 }, true)] // 660, the group
    [InlineData(0x1B0, 34, new[] { 34 }, false)] // 660, others
    [InlineData(0x1B6, 34, new[] { 34 }, true)] // 666, others
    [InlineData(0x036, 33, new[] { 33 }, false)] // 066: the owner's bits count alone for the owner
    [InlineData(0, 0, new int[0], true)] // root may everything
    public void The_first_class_that_fits_decides(int mode, int user, int[] groups, bool mayWrite)
        => Assert.Equal(mayWrite, new FileOwner(33, 33, mode).Grants(2, user, groups));

    [Fact]
    public void A_missing_socket_is_told_by_the_first_part_that_lacks()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Linux");
        var access = SocketAccess.Of(Weir.Host.HostRoot.This, "/run/no-such-folder/app.sock", null).Value;
        Assert.Equal((false, "/run/no-such-folder"), (access.Exists, access.Obstacle));
    }
}
