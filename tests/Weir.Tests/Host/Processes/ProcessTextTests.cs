using FsCheck;
using FsCheck.Fluent;
using Weir.Host.Processes;

namespace Weir.Tests.Host.Processes;

public sealed class ProcessTextTests
{
    /// <summary>Of a process that calls itself "a) S 1 (b": a name may hold anything.</summary>
    private const string Stat = "4242 (a) S 1 (b) D 17 4242 4242 0 -1 4194560 1 0 0 0 7 8 0 0 20 0 3 0 12345 1 2 3";

    private const string Status = "Name:\ta\nUid:\t0\t33\t33\t33\nGid:\t33\t33\t33\t33\n";

    private static readonly DateTimeOffset Boot = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_name_may_hold_parentheses_and_spaces()
    {
        var process = ProcessText.Parse(Stat, Status, "nginx: worker process\0\0\0", Boot)!;

        Assert.Equal((4242, 17, "a) S 1 (b", 33, 3),
            (process.Id, process.Parent, process.Name, process.User, process.Threads));
        Assert.Equal(ProcessState.DiskWait, process.State);
        Assert.Equal(["nginx: worker process"], process.CommandLine);
        Assert.Equal(Boot + TimeSpan.FromSeconds(123.45), process.StartedAt);
    }

    [Fact]
    public void A_master_of_nginx_is_known_by_its_title()
    {
        Assert.True(ProcessText.Parse(Stat, Status, "nginx: master process nginx -g x;\0", Boot)!.IsNginxMaster);
        Assert.False(ProcessText.Parse(Stat, Status, "nginx: worker process\0", Boot)!.IsNginxMaster);
        Assert.False(ProcessText.Parse(Stat, Status, "", Boot)!.IsNginxMaster);
    }

    [Fact]
    public void The_boot_time_is_a_row_among_others()
    {
        Assert.Equal(Boot, ProcessText.BootTime($"cpu  1 2 3\nbtime {Boot.ToUnixTimeSeconds()}\nprocesses 5\n"));
        Assert.Null(ProcessText.BootTime("cpu 1 2 3\nbtime soon\n"));
    }

    [Fact]
    public void Limits_have_a_soft_and_a_hard_side()
    {
        const string limits = """
            Limit                     Soft Limit           Hard Limit           Units
            Max processes             96397                unlimited            processes
            Max open files            1024                 524288               files
            """;

        Assert.Equal(new ProcessLimit(1024, 524288), ProcessText.Limit(limits, "Max open files"));
        Assert.Equal(new ProcessLimit(96397, long.MaxValue), ProcessText.Limit(limits, "Max processes"));
        Assert.Null(ProcessText.Limit(limits, "Max locked memory"));
    }

    [Fact]
    public void Groups_of_both_versions_are_read()
    {
        var groups = ProcessGroup.ParseAll(
            "12:cpu,cpuacct:/docker/a:b\n4:memory:/docker/a\n1:name=systemd:/\n0::/system.slice/app.service\nx:y\n");

        Assert.Equal(4, groups.Count);
        Assert.Equal(["cpu", "cpuacct"], groups[0].Controllers);
        Assert.Equal("/docker/a:b", groups[0].Path);
        Assert.True(groups[3].IsUnified);
        Assert.Equal("/system.slice/app.service", groups[3].Path);
        Assert.Equal(("app.service", null), (groups[3].Unit, groups[1].Unit));
    }

    [Theory]
    [InlineData("net:[4026531840]", "net", 4026531840L)]
    [InlineData("socket:[18213]", "socket", 18213L)]
    [InlineData("pipe:[18213]", "socket", null)]
    [InlineData("socket:[]", "socket", null)]
    [InlineData("socket", "socket", null)]
    public void Links_carry_a_number(string link, string kind, long? number)
        => Assert.Equal(number, ProcessText.NumberOf(link, kind));

    [Fact]
    public void Whatever_the_text_is_reading_does_not_throw()
        => Check.QuickThrowOnFailure(Prop.ForAll<string?, int>((text, at) =>
        {
            var stat = Stat.Insert((int)((uint)at % (uint)Stat.Length), text ?? "");
            ProcessText.Parse(stat, text ?? "", text ?? "", Boot);
            ProcessText.Parse(text ?? "", Status, "", null);
            ProcessText.Limit(text ?? "", "Max open files");
            ProcessText.BootTime("btime " + text);
            ProcessText.NumberOf("net:[" + text, "net");
            ProcessGroup.ParseAll(text ?? "");
            return true;
        }));
}
