using Weir.Host;
using Weir.Host.Cgroups;
using Weir.Host.FileSystems;
using Weir.Host.KernelLog;
using Weir.Host.Processes;
using Weir.Tests.Kit;

namespace Weir.Tests.Host.Cgroups;

public sealed class CgroupFactsTests
{
    private const string UnifiedMounts = "30 22 0:26 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 rw,nsdelegate\n";

    private const string OldMounts = """
        31 30 0:27 / /sys/fs/cgroup/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct
        32 30 0:28 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory
        33 30 0:29 / /sys/fs/cgroup/pids rw - cgroup cgroup rw,pids
        34 30 0:30 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw
        """;

    public CgroupFactsTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has control groups.");

    [Fact]
    public void A_group_of_version_2_is_read_with_the_limits_above_it()
    {
        const string slice = "/sys/fs/cgroup/system.slice";
        using var host = new CapturedHost()
            .With("/proc/self/mountinfo", UnifiedMounts)
            .With("/proc/7/cgroup", "0::/system.slice/app.service\n")
            .With(slice + "/memory.max", "1048576\n")
            .With(slice + "/app.service/memory.max", "max\n")
            .With(slice + "/app.service/memory.current", "1000000\n")
            .With(slice + "/app.service/memory.events", "low 0\nhigh 0\nmax 12\noom 3\noom_kill 2\n")
            .With(slice + "/app.service/cpu.max", "50000 100000\n")
            .With(slice + "/app.service/cpu.stat",
                "usage_usec 9\nnr_periods 100\nnr_throttled 40\nthrottled_usec 2500000\n")
            .With(slice + "/app.service/cpu.pressure", "some avg10=70.00 avg60=1.00 avg300=1.00 total=9\n")
            .With(slice + "/app.service/pids.current", "99\n")
            .With(slice + "/app.service/pids.max", "100\n")
            .With(slice + "/app.service/pids.events", "max 5\n");

        var facts = CgroupFacts.Read(host.Root, 7);

        var memory = facts.Memory.Value;
        Assert.Equal((1_000_000, 1_048_576, 2, 12),
            (memory.Used.Value, memory.Limit.Value, memory.OomKills.Value, memory.LimitHits.Value));
        Assert.Equal(new CgroupProcessor(0.5, 100, 40, TimeSpan.FromSeconds(2.5)), facts.Processor.Value);
        Assert.Equal(70, facts.ProcessorPressure.Value.Some.Avg10);
        Assert.Equal(UnreadReason.Absent, facts.MemoryPressure.Missing!.Reason);
        var tasks = facts.Tasks.Value;
        Assert.Equal((99, 100, 5), (tasks.Current.Value, tasks.Limit.Value, tasks.Refused.Value));
        Assert.Equal(new CgroupChange(0, 0, 0, 0, TimeSpan.Zero, 0), facts.Since(facts));
    }

    [Fact]
    public void A_group_of_version_1_in_a_hybrid_is_read_by_its_own_names()
    {
        using var host = new CapturedHost()
            .With("/proc/self/mountinfo", OldMounts)
            .With("/proc/7/cgroup", "5:memory:/docker/a\n4:cpu,cpuacct:/docker/a\n3:pids:/\n0::/\n")
            .With("/sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n")
            .With("/sys/fs/cgroup/memory/docker/a/memory.limit_in_bytes", "9223372036854771712\n")
            .With("/sys/fs/cgroup/memory/docker/a/memory.usage_in_bytes", "4096\n")
            .With("/sys/fs/cgroup/memory/docker/a/memory.failcnt", "17\n")
            .With("/sys/fs/cgroup/memory/docker/a/memory.oom_control", "oom_kill_disable 0\nunder_oom 1\noom_kill 4\n")
            .With("/sys/fs/cgroup/cpu,cpuacct/docker/a/cpu.cfs_quota_us", "150000\n")
            .With("/sys/fs/cgroup/cpu,cpuacct/docker/a/cpu.cfs_period_us", "100000\n")
            .With("/sys/fs/cgroup/cpu,cpuacct/docker/a/cpu.stat",
                "nr_periods 10\nnr_throttled 1\nthrottled_time 5000000\n")
            .With("/sys/fs/cgroup/pids/pids.current", "50\n");

        var facts = CgroupFacts.Read(host.Root, 7);

        var memory = facts.Memory.Value;
        Assert.Equal((4096, long.MaxValue, 4, 17, true),
            (memory.Used.Value, memory.Limit.Value, memory.OomKills.Value, memory.LimitHits.Value, memory.UnderOom));
        Assert.Equal(new CgroupProcessor(1.5, 10, 1, TimeSpan.FromMilliseconds(5)), facts.Processor.Value);
        Assert.Equal((50, long.MaxValue), (facts.Tasks.Value.Current.Value, facts.Tasks.Value.Limit.Value));
        Assert.Equal(UnreadReason.Absent, facts.Tasks.Value.Refused.Missing!.Reason);
    }

    [Fact]
    public void In_a_container_the_mount_is_the_group_itself()
    {
        var mounts = MountTable.Parse("30 22 0:26 /docker/a /sys/fs/cgroup ro - cgroup2 cgroup2 rw\n");

        Assert.Equal("/sys/fs/cgroup", Folder("/docker/a"));
        Assert.Equal("/sys/fs/cgroup/x", Folder("/docker/a/x"));
        Assert.Null(Folder("/docker/b"));
        Assert.Null(Folder("/../b"));

        string? Folder(string group)
            => CgroupFolder.Of("memory", ProcessGroup.ParseAll($"0::{group}\n"), mounts)?.Folder;
    }

    [Fact]
    public void A_process_that_has_ended_leaves_a_reason()
        => Assert.Equal(UnreadReason.Absent, CgroupFacts.Read(HostRoot.This, int.MaxValue).Memory.Missing!.Reason);

    [Fact]
    public async Task A_process_killed_for_its_memory_is_counted_in_its_group_and_written_in_the_kernel_log()
    {
        var begin = TimeProvider.System.GetUtcNow();
        using var group = SmallGroup.Make(32 * 1024 * 1024);
        using var script = await HostScript.StartAsync($$"""
            open(my $g, '>', '{{group.Folder}}/cgroup.procs') or die $!; print $g $$; close $g or die $!;
            my $child = fork(); if (!$child) { my $x = 'a' x (200 * 1024 * 1024); exit 0; }
            waitpid($child, 0); ready($child . ' ' . ($? & 127)); stay
            """);
        var words = script.FirstLine.Split(' ');
        Assert.Equal("9", words[1]);

        var memory = CgroupFacts.Read(HostRoot.This, script.Id).Memory.Value;

        Assert.Equal((1, 32 * 1024 * 1024), (memory.OomKills.Value, memory.Limit.Value));
        Assert.True(memory.LimitHits.Value > 0);
        var log = KernelLogReader.Read(HostRoot.This, begin - TimeSpan.FromMinutes(1), TimeProvider.System);
        Assert.SkipWhen(log.Missing is { Reason: UnreadReason.Forbidden }, "The kernel's log may not be read here.");
        var kill = Assert.Single(log.Value, one => $"{one.Process}" == words[0]);
        Assert.Equal((KernelEventKind.CgroupOutOfMemory, "perl"), (kill.Kind, kill.Name));
        Assert.EndsWith(Path.GetFileName(group.Folder), kill.Place, StringComparison.Ordinal);
        Assert.Equal(begin, kill.At, TimeSpan.FromMinutes(1));
    }

    /// <summary>A memory group of version 1 below our own, removed at the end.</summary>
    private sealed record SmallGroup(string Folder) : IDisposable
    {
        public static SmallGroup Make(long limit)
        {
            var own = CgroupFolder.Of(
                "memory",
                ProcessGroup.ParseAll(HostRoot.This.Text("/proc/self/cgroup").Value),
                MountTable.Read(HostRoot.This).Value);
            Assert.SkipWhen(own is null or { Unified: true }, "There is no memory group of version 1 here.");
            var folder = $"{own!.Folder}/weir-test-{Environment.ProcessId}";
            try
            {
                Directory.CreateDirectory(folder);
                File.WriteAllText(folder + "/memory.limit_in_bytes", $"{limit}");
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                Assert.Skip($"A memory group cannot be made here: {error.Message}");
            }

            return new SmallGroup(folder);
        }

        public void Dispose() => Directory.Delete(Folder);
    }
}
