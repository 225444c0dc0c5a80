using Weir.Host;
using Weir.Tests.Kit;

namespace Weir.Tests.Host;

public sealed class HostRootTests
{
    public HostRootTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has these files.");

    [Fact]
    public void A_file_of_the_kernel_is_read_whole()
        => Assert.Contains("btime ", HostRoot.This.Text("/proc/stat").Value, StringComparison.Ordinal);

    [Fact]
    public void What_is_not_there_is_absent_and_needs_nothing()
    {
        var missing = HostRoot.This.Text("/proc/no-such-file").Missing!;

        Assert.Equal((UnreadReason.Absent, "ENOENT", null), (missing.Reason, missing.Why, missing.Needs));
    }

    [Fact]
    public void A_link_that_leads_out_of_a_container_is_followed_inside_of_it()
    {
        using var host = new CapturedHost().With("/etc/hostname", "inside\n").WithLink("/etc/name", "/etc/hostname")
            .WithLink("/etc/up", "../../../../../../etc/hostname");

        Assert.Equal("inside\n", host.Root.Text("/etc/name").Value);
        Assert.Equal("inside\n", host.Root.Text("/etc/up").Value);
        Assert.Equal("/etc/hostname", host.Root.Link("/etc/name").Value);
    }

    [Fact]
    public void A_pipe_in_the_place_of_a_file_does_not_hold_us_up()
    {
        using var host = new CapturedHost().With("/etc/other", "");
        var pipe = host.Root.Prefix + "/etc/pipe";
        using var made = System.Diagnostics.Process.Start(Requires.Program("mkfifo"), [pipe]);
        made.WaitForExit();

        Assert.Equal("", host.Root.Text("/etc/pipe").Value);
    }

    [Fact]
    public void A_folder_gives_its_names()
    {
        using var host = new CapturedHost().With("/sys/a", "").With("/sys/b/c", "");

        Assert.Equal(["a", "b"], host.Root.Names("/sys").Value.Order());
        Assert.Equal(UnreadReason.Absent, host.Root.Names("/sys/a").Missing!.Reason);
        Assert.Equal(UnreadReason.Absent, host.Root.Names("/sys/d").Missing!.Reason);
    }

    [Theory]
    [InlineData("42\n", 42)]
    [InlineData("max\n", long.MaxValue)]
    [InlineData("18446744073709551615\n", long.MaxValue)]
    public void A_number_is_read_and_no_limit_is_the_largest(string text, long number)
    {
        using var host = new CapturedHost().With("/sys/limit", text);
        Assert.Equal(number, host.Root.Number("/sys/limit").Value);
    }

    [Fact]
    public void A_text_that_is_no_number_is_malformed_and_not_zero()
    {
        using var host = new CapturedHost().With("/sys/limit", "many\n");
        Assert.Equal(UnreadReason.Malformed, host.Root.Number("/sys/limit").Missing!.Reason);
    }
}
