using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Weir.Host;
using Weir.Host.KernelLog;
using Weir.Tests.Kit;

namespace Weir.Tests.Host.KernelLog;

public sealed class KernelEventsTests
{
    private static readonly DateTimeOffset Boot = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    /// <summary>Rows of kind, process, name, place and line, as the kernel's sources print it.</summary>
    public static TheoryData<string, string, string, string, string> KnownLines
    {
        get
        {
            var data = new TheoryData<string, string, string, string, string>();
            foreach (var row in File.ReadLines(
                Repository.At("tests", "Weir.Tests", "Host", "Captured", "kernel-lines.txt")))
            {
                var cells = row.Split(" | ", 5);
                data.Add(cells[0], cells[1], cells[2], cells[3], cells[4]);
            }

            return data;
        }
    }

    [Fact]
    public void A_record_has_severity_time_and_text()
    {
        var record = KernelRecord.Parse("4,812,90500000,-,caller=T1;eth0: link down\n SUBSYSTEM=net\n DEVICE=n2\n")!;

        Assert.Equal(new KernelRecord(0, 4, TimeSpan.FromSeconds(90.5), "eth0: link down"), record);
        Assert.Equal(1, KernelRecord.Parse("12,812,1,-;from a program")!.Facility);
        Assert.Null(KernelRecord.Parse("no record"));
        Assert.Null(KernelRecord.Parse("4,x,y,-;text"));
    }

    [Theory]
    [MemberData(nameof(KnownLines))]
    public void Lines_of_kernels_old_and_new_tell_events(
        string kind, string process, string name, string place, string line)
    {
        var found = KernelEvents.Read(line, Boot)!;
        Assert.Equal(
            (kind, process, name, place),
            ($"{found.Kind}", $"{found.Process?.ToString() ?? "-"}", found.Name ?? "-", found.Place ?? "-"));
    }

    [Theory]
    [InlineData("eth0: Link is Up - 1Gbps/Full")]
    [InlineData("XFS (dm-0): Mounting V5 Filesystem")]
    [InlineData("perl invoked oom-killer: gfp_mask=0xcc0")]
    [InlineData("Linux version 6.1.0 SRC=1 DST=2")]
    [InlineData("")]
    public void Other_lines_tell_none(string line) => Assert.Null(KernelEvents.Read(line, Boot));

    [Fact]
    public void A_kill_has_the_group_that_the_line_before_it_names()
    {
        string[] lines =
        [
            "oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=/,mems_allowed=0,oom_memcg=/docker/a,"
                + "task_memcg=/docker/a/x,task=java,pid=4242,uid=0",
            "Memory cgroup out of memory: Killed process 4242 (java) total-vm:9kB",
            "Memory cgroup out of memory: Killed process 4243 (java) total-vm:9kB",
        ];

        var events = KernelEvents.Of(
            lines.Select((text, second) => new KernelRecord(0, 3, TimeSpan.FromSeconds(second), text)), Boot);

        Assert.Equal(["/docker/a/x", null], events.Select(one => one.Place));
        Assert.Equal(Boot.AddSeconds(1), events[0].At);
    }

    [Fact]
    public void A_line_of_a_firewall_tells_the_packet()
    {
        var found = KernelEvents.Read(
            "[UFW BLOCK] IN=eth0 OUT= MAC=00:11 SRC=10.0.0.5 DST=10.0.0.12 LEN=60 TOS=0x00 TTL=64 ID=1 DF PROTO=TCP "
            + "SPT=40000 DPT=8080 WINDOW=64240 RES=0x00 SYN URGP=0", Boot)!;

        Assert.Equal(KernelEventKind.FirewallLine, found.Kind);
        Assert.Equal(
            new LoggedPacket(
                "[UFW BLOCK]", "eth0", null, IPAddress.Parse("10.0.0.5"), IPAddress.Parse("10.0.0.12"), "TCP", 40000,
                8080),
            found.Packet);
    }

    [Fact]
    public void The_log_of_this_machine_is_read_to_its_end()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has it.");

        var log = KernelLogReader.Read(HostRoot.This, DateTimeOffset.MinValue, TimeProvider.System);

        Assert.SkipWhen(log.Missing is { Reason: UnreadReason.Forbidden, Needs: not null }, "It may not be read here.");
        Assert.All(log.Value, one => Assert.True(one.At <= TimeProvider.System.GetUtcNow().AddSeconds(5)));
    }

    [Fact]
    public void Lines_of_programs_and_old_lines_are_left_out()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has it.");
        using var host = new CapturedHost().With("/proc/uptime", "100.00 50.00\n")
            .With("/dev/kmsg", "6,1,95000000,-;VFS: file-max limit 9 reached\n");
        var now = TimeProvider.System.GetUtcNow();

        Assert.Single(KernelLogReader.Read(host.Root, now - TimeSpan.FromSeconds(30), TimeProvider.System).Value);
        Assert.Empty(KernelLogReader.Read(host.Root, now, TimeProvider.System).Value);
        host.With("/dev/kmsg", "14,1,95000000,-;VFS: file-max limit 9 reached\n");
        Assert.Empty(KernelLogReader.Read(host.Root, now - TimeSpan.FromSeconds(30), TimeProvider.System).Value);
    }

    [Fact]
    public void Whatever_the_text_is_reading_does_not_throw()
        => Check.QuickThrowOnFailure(Prop.ForAll<string?>(text =>
        {
            KernelRecord.Parse(text ?? "");
            KernelRecord.Parse("6,1,95000000,-;" + text);
            KernelEvents.Of([new KernelRecord(0, 1, default, text ?? "")], Boot);
            LoggedPacket.Parse("IN= SRC=::1 DST=::1 PROTO=" + text);
            KernelLogReader.Uptime(text ?? "");
            return true;
        }));
}
