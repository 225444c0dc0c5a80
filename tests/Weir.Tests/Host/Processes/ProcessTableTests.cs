using Weir.Host;
using Weir.Host.Processes;
using Weir.Tests.Kit;

namespace Weir.Tests.Host.Processes;

public sealed class ProcessTableTests
{
    public ProcessTableTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has /proc.");

    [Fact]
    public void Our_own_process_is_found_with_its_parent()
    {
        var table = ProcessTable.Read(HostRoot.This).Value;
        var own = table.Find(Environment.ProcessId)!;

        Assert.Contains(own, table.ChildrenOf(own.Parent));
        Assert.Contains(own, table.DescendantsOf(own.Parent));
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        Assert.Equal(process.StartTime.ToUniversalTime(), own.StartedAt!.Value.UtcDateTime, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void A_parent_that_is_its_own_child_ends()
    {
        var row = new HostProcess(7, 7, "loop", [], ProcessState.Running, 0, 1, null);
        var other = row with { Id = 8 };

        var table = new ProcessTable(new Dictionary<int, HostProcess> { [7] = row, [8] = other }, null);

        Assert.Equal([8], table.DescendantsOf(7).Select(process => process.Id));
    }

    [Fact]
    public async Task Descriptors_at_the_limit_are_seen()
    {
        using var script = await HostScript.StartAsync(
            "my @f; while (open(my $f, '<', '/dev/null')) { push @f, $f; } ready; stay",
            "prlimit", "--nofile=64:70");

        var detail = ProcessDetail.Read(HostRoot.This, script.Id);

        Assert.Equal(new ProcessLimit(64, 70), detail.DescriptorLimit.Value);
        Assert.InRange(detail.Descriptors.Value, 64, 80); // What it inherited may stand above its limit.
        Assert.Equal(1, detail.DescriptorShare);
    }

    [Fact]
    public void The_details_of_our_own_process_are_all_there()
    {
        var detail = ProcessDetail.Read(HostRoot.This, Environment.ProcessId);

        Assert.Equal(Environment.ProcessPath, detail.Executable.Value);
        Assert.Equal(Environment.CurrentDirectory, detail.WorkingFolder.Value);
        Assert.NotEqual(0, detail.Namespaces.Network.Value);
        Assert.NotEmpty(detail.Groups.Value);
        Assert.True(detail.ProcessLimit.Value.Soft > 0);
    }

    [Fact]
    public void A_process_that_has_ended_gives_absent_facts()
    {
        var detail = ProcessDetail.Read(HostRoot.This, int.MaxValue);

        Assert.Equal(UnreadReason.Absent, detail.Descriptors.Missing!.Reason);
        Assert.Equal(UnreadReason.Absent, detail.Executable.Missing!.Reason);
        Assert.Null(detail.DescriptorShare);
    }

    [Fact]
    public void A_captured_machine_is_read_in_the_same_way()
    {
        using var host = new CapturedHost()
            .With("/proc/stat", "btime 1700000000\n")
            .With("/proc/1/stat", "1 (init) S 0 1 1 0 -1 4194560 1 0 0 0 7 8 0 0 20 0 1 0 5 1 2 3")
            .With("/proc/9/stat", "9 (nginx) S 1 9 9 0 -1 4194560 1 0 0 0 7 8 0 0 20 0 1 0 500 1 2 3")
            .With("/proc/9/cmdline", "nginx: master process nginx\0")
            .WithLink("/proc/9/ns/net", "net:[4026532000]")
            .WithLink("/proc/9/fd/6", "socket:[77]")
            .WithLink("/proc/9/fd/7", "socket:[77]");

        var table = ProcessTable.Read(host.Root).Value;

        Assert.Equal(9, Assert.Single(table.NginxMasters).Id);
        Assert.Equal([9], SocketOwners.Read(host.Root, table.Rows.Keys).Of(77));
        var space = Assert.Single(NetworkSpace.ReadAll(host.Root, table));
        Assert.Equal(4026532000, space.Number);
        Assert.Equal([9], space.Processes);
    }
}
