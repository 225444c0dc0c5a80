using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;

namespace Weir.Lab.Worlds;

/// <summary>
/// A host of a world with processes and mounts of its own, like a container: its programs see only each other, and
/// its folders and files of <c>/etc</c> are not this machine's. From the machine its processes are visible, as on
/// any host of containers.
/// </summary>
/// <remarks>
/// Its first process lives as long as a pipe from this process is open; the kernel ends every other process of a
/// container with the first one. So nothing outlives even a test process that was killed.
/// </remarks>
public sealed class Container : NetworkHost, IDisposable
{
    /// <summary>Making namespaces and mounts takes milliseconds, and ending processes as well.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private static readonly OwnFolder[] Always = [new("/run"), new("/srv"), new("/var/log"), new("/dev/shm")];

    private readonly Process _first;
    private readonly MemoryGroup? _memory;
    private readonly ConcurrentBag<HostProgram> _programs = [];
    private int _files;

    internal Container(string name, string netns, ContainerOptions options, int group) : base(name, netns)
    {
        _memory = options.MemoryBytes is { } bytes ? MemoryGroup.Create(group, name, bytes) : null;
        try
        {
            _first = Begin(NamespacePath!, [.. Always, .. options.Folders]);
            ProcessId = ChildProcess.Of(_first.Id)
                ?? throw new InvalidOperationException($"The first process of {name} is gone.");
        }
        catch
        {
            _memory?.Dispose();
            throw;
        }
    }

    /// <summary>The id of its first process, as this machine counts.</summary>
    public int ProcessId { get; }

    internal override ImmutableArray<string> Entering =>
        ["nsenter", "-t", ChildProcess.Text(ProcessId), "-n", "-p", "-m", "-i", "--"];

    internal override ImmutableArray<string> Joining => _memory is null ? [] : _memory.Joining;

    /// <summary>Where this machine sees a file of the container.</summary>
    public override string PathOf(string path) => $"/proc/{ProcessId}/root{path}";

    /// <summary>
    /// Gives the container a file of its own, readable by everybody. In its own folders it is written there, with
    /// the folders before it; elsewhere it covers the machine's file of that path, which must exist.
    /// </summary>
    public Container Put(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (IsOwn(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
            File.WriteAllText(PathOf(path), text);
            return this;
        }

        var own = $"/run/own-{++_files}";
        File.WriteAllText(PathOf(own), text);
        Run("mount", "--bind", own, path);
        return this;
    }

    /// <summary>Remembers a program that was started in it.</summary>
    internal void Own(HostProgram program) => _programs.Add(program);

    /// <summary>Ends every process of it, and with these its mounts.</summary>
    public void Dispose()
    {
        foreach (var program in _programs)
        {
            program.EndWrapper();
        }

        if (!_first.HasExited)
        {
            _first.StandardInput.Close();
            if (!_first.WaitForExit(Limit))
            {
                _first.Kill(); // its only child goes with it
                _first.WaitForExit(Limit);
            }
        }

        _first.Dispose();
        _memory?.Dispose();
    }

    private bool IsOwn(string path)
    {
        var mounts = File.ReadLines($"/proc/{ProcessId}/mounts").Select(line => line.Split(' '));
        return mounts.Any(mount => mount[0] == "own" && path.StartsWith(mount[1] + '/', StringComparison.Ordinal));
    }

    private static Process Begin(string netns, IEnumerable<OwnFolder> folders)
    {
        // The shell also buries processes whose parent is gone, as the first of a container has to.
        var mounts = string.Concat(folders.Select(folder =>
            $"mkdir -p {folder.Path} && mount -t tmpfs -o size={folder.Bytes},mode=755 own {folder.Path} && "));
        var script = $"{mounts}chmod 1777 /dev/shm && ip link set lo up && echo ready && cat >/dev/null; :";
        string[] words = ["--net=" + netns, "unshare", "--pid", "--mount", "--ipc", "--fork", "--mount-proc",
            "--kill-child", "sh", "-c", script];
        var process = Process.Start(SystemTool.StartOf("nsenter", words, input: true))!;
        var ready = process.StandardOutput.ReadLineAsync();
        if (!ready.Wait(Limit) || ready.Result != "ready")
        {
            process.Kill();
            throw new InvalidOperationException($"No container: {process.StandardError.ReadToEnd().Trim()}");
        }

        return process;
    }
}
