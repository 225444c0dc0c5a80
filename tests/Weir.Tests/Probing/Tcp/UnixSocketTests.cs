using System.Net.Sockets;
using System.Runtime.InteropServices;
using Weir.Probing.Tcp;
using Weir.Vocabulary;

namespace Weir.Tests.Probing.Tcp;

public sealed partial class UnixSocketTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("weir");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string SocketPath => Path.Combine(_folder.FullName, "app.sock");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task One_that_listens_connects_and_is_handed_on()
    {
        using var listener = Listen(16);
        var ask = new ConnectRequest(new UnixDomainSocketEndPoint(SocketPath), Limit);

        using var opened = await ConnectProbe.OpenAsync(ask, TimeProvider.System, Stop);

        Assert.True(opened.Attempt.Connected);
        Assert.Equal($"unix:{SocketPath}", opened.Attempt.EndpointName);
        Assert.Null(opened.Attempt.Tcp);
        Assert.True(opened.Socket!.Connected);
        Assert.False(opened.Attempt.Late);
    }

    [Fact]
    public async Task A_missing_file_is_denied()
        => Check(await Connect(SocketPath), "ENOENT", Failure.ConnectDenied);

    [Fact]
    public async Task A_path_through_a_file_is_denied()
    {
        await File.WriteAllTextAsync(SocketPath, "", Stop);
        Check(await Connect(SocketPath + "/app.sock"), "ENOTDIR", Failure.ConnectDenied);
    }

    [Fact]
    public async Task A_file_on_which_nobody_listens_refuses()
    {
        using var bound = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        bound.Bind(new UnixDomainSocketEndPoint(SocketPath));
        Check(await Connect(SocketPath), "ECONNREFUSED", Failure.ConnectRefused);
    }

    [Fact]
    public async Task A_full_queue_says_try_again()
    {
        using var listener = Listen(0);
        using var first = await ConnectProbe.OpenAsync(
            new ConnectRequest(new UnixDomainSocketEndPoint(SocketPath), Limit),
            TimeProvider.System,
            Stop);

        Check(await Connect(SocketPath), "EAGAIN", Failure.LimitReached);
    }

    [Fact]
    public async Task A_file_that_may_not_be_opened_is_denied()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Rights of a single thread are a part of Linux.");
        using var listener = Listen(16); // In a folder that only its maker may enter.

        Check(await ConnectAsNobody(SocketPath), "EACCES", Failure.ConnectDenied);
    }

    [Fact]
    public async Task A_socket_of_the_abstract_namespace_connects()
    {
        var name = $"\0weir-{Guid.NewGuid():N}";
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(name));
        listener.Listen(1);

        Assert.True((await Connect(name)).Connected);
    }

    private static void Check(ConnectAttempt attempt, string outcome, Failure failure)
    {
        Assert.Equal((outcome, failure), (attempt.Outcome, attempt.Failure));
        Assert.False(attempt.HostAnswered);
    }

    private static Task<ConnectAttempt> Connect(string path) => ConnectProbe.RunAsync(
        new UnixDomainSocketEndPoint(path), Limit, TimeProvider.System, Stop);

    /// <summary>
    /// Root may open every file, so the attempt is made on a thread that gives that right up for itself.
    /// </summary>
    private static async Task<ConnectAttempt> ConnectAsNobody(string path)
    {
        const int Nobody = 65534;
        const TaskCreationOptions Elsewhere = TaskCreationOptions.RunContinuationsAsynchronously;
        var attempt = new TaskCompletionSource<Task<ConnectAttempt>>(Elsewhere);
        new Thread(() =>
        {
            _ = UseFilesAs(Nobody);
            attempt.SetResult(Connect(path));
        }).Start();
        return await await attempt.Task;
    }

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    private static partial int UseFilesAs(int user);

    private Socket Listen(int backlog)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(SocketPath));
        socket.Listen(backlog);
        return socket;
    }
}
