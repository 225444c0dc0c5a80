using System.Globalization;
using Weir.Lab.Servers;
using Weir.Lab.Worlds;
using Weir.Tests.Kit;

namespace Weir.Tests.Lab.Worlds;

/// <summary>Containers are what they claim to be, and nothing is left of them.</summary>
public sealed class ContainerTests
{
    private const int Port = 8080;

    private const string Server = "require('http').createServer((_, r) => r.end('well')).listen(8080)";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Its_programs_see_only_each_other()
    {
        Requires.NetworkNamespaces();
        using var world = new NetworkWorld();
        var container = world.AddContainer("app");

        var seen = container.Run("sh", "-c", "ls -d /proc/[0-9]* | wc -l");

        Assert.InRange(int.Parse(seen, CultureInfo.InvariantCulture), 3, 8); // the first, its cat, sh, ls, wc
        Assert.True(Directory.Exists($"/proc/{container.ProcessId}"));
    }

    [Fact]
    public void Its_files_are_its_own()
    {
        Requires.NetworkNamespaces();
        using var world = new NetworkWorld();
        var container = world.AddContainer("app").Put("/etc/hosts", "10.0.0.1 db.test\n").Put("/srv/a/b.txt", "well");

        Assert.Equal("10.0.0.1 db.test\n", container.Run("cat /etc/hosts"));
        Assert.Equal("well", container.Read("/srv/a/b.txt"));
        Assert.DoesNotContain("db.test", File.ReadAllText("/etc/hosts"));
        Assert.False(Directory.Exists("/srv/a"));
    }

    [Fact]
    public void A_folder_of_a_given_size_becomes_full()
    {
        Requires.NetworkNamespaces();
        const int Room = 64 * 1024;
        using var world = new NetworkWorld();
        var container = world.AddContainer("app", new ContainerOptions { Folders = [new("/srv/data", Room)] });

        var result = container.Execute(
            "dd", ["if=/dev/zero", "of=/srv/data/x", "bs=1024", "count=100"], Limit);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("No space left on device", result.Errors);
        Assert.Equal(Room, new FileInfo(container.PathOf("/srv/data/x")).Length);
    }

    [Fact]
    public async Task A_program_is_started_stopped_and_ended_by_its_own_id()
    {
        Requires.NetworkNamespaces();
        Requires.Program(Node.ProgramName);
        using var world = new NetworkWorld();
        var container = world.AddContainer("app");
        await using var program = await Node.StartAsync(container, Server, Readiness.Port(Port), Stop);
        Assert.Contains("node", File.ReadAllText($"/proc/{program.ProcessId}/cmdline"));

        program.Signal("STOP");
        Assert.True(SpinWait.SpinUntil(() => State(program.ProcessId) == 'T', Limit));
        program.Signal("KILL");

        Assert.Equal(128 + 9, await program.EndAsync(Stop));
    }

    [Fact]
    public async Task A_program_that_ends_at_once_is_told_with_its_words()
    {
        Requires.NetworkNamespaces();
        using var world = new NetworkWorld();
        var container = world.AddContainer("app");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => container.StartAsync("sh", ["-c", "echo no licence; exit 3"], Readiness.Port(Port), Stop));

        Assert.Contains("listens on port 8080", error.Message);
        Assert.Contains("no licence", error.Message);
    }

    [Fact]
    public async Task A_program_runs_as_another_user()
    {
        Requires.NetworkNamespaces();
        using var world = new NetworkWorld();
        var program = await world.AddContainer("app").StartAsync(
            "sh", ["-c", "id -un; exec sleep 60"], Readiness.Says("nobody"), Stop, user: "nobody");
        await program.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_is_left_when_a_world_ends()
    {
        Requires.NetworkNamespaces();
        Requires.Program(Node.ProgramName);
        Assert.SkipUnless(File.Exists("/sys/fs/cgroup/memory/memory.limit_in_bytes"), "There is no cgroup v1 here.");
        var mounts = File.ReadAllText("/proc/self/mounts");
        Container container;
        NetworkLink link;
        HostProgram program;
        string group;
        using (var world = new NetworkWorld())
        {
            container = world.AddContainer("app", new ContainerOptions { MemoryBytes = 256L * 1024 * 1024 });
            link = world.Link(world.Here, container);
            program = await Node.StartAsync(container, Server, Readiness.Port(Port), Stop);
            group = GroupOf(program.ProcessId);
            Assert.True(Directory.Exists(group));
            Assert.EndsWith("-app", group);
        }

        Assert.False(Directory.Exists($"/proc/{container.ProcessId}"));
        Assert.False(Directory.Exists($"/proc/{program.ProcessId}"));
        Assert.False(File.Exists(container.NamespacePath));
        Assert.False(Directory.Exists($"/sys/class/net/{link.LeftDevice}"));
        Assert.False(Directory.Exists(group));
        Assert.DoesNotContain("own /srv", mounts);
        Assert.DoesNotContain("own /srv", File.ReadAllText("/proc/self/mounts"));
        await program.DisposeAsync();
    }

    [Fact]
    public async Task A_stopped_program_does_not_outlive_its_world()
    {
        Requires.NetworkNamespaces();
        Requires.Program(Node.ProgramName);
        HostProgram program;
        int wrapper;
        using (var world = new NetworkWorld())
        {
            program = await Node.StartAsync(world.AddContainer("app"), Server, Readiness.Port(Port), Stop);
            wrapper = ParentOf(program.ProcessId);
            program.Signal("STOP");
            Assert.True(SpinWait.SpinUntil(() => State(wrapper) == 'T', Limit)); // it stops itself too
        }

        await program.EndAsync(Stop);
        Assert.False(Directory.Exists($"/proc/{program.ProcessId}"));
        Assert.False(Directory.Exists($"/proc/{wrapper}"));
        await program.DisposeAsync();
    }

    private static int ParentOf(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(each => each.StartsWith("PPid:"));
        return int.Parse(line["PPid:".Length..], CultureInfo.InvariantCulture);
    }

    private static char State(int process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        return stat[stat.LastIndexOf(')') + 2]; // proc(5): the state follows the name in parentheses
    }

    private static string GroupOf(int process) => "/sys/fs/cgroup/memory" + File.ReadLines($"/proc/{process}/cgroup")
        .Select(line => line.Split(':', 3))
        .First(parts => parts[1] == "memory")[2];
}
