using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Weir.Probing.Dns;

namespace Weir.Tests.Kit;

/// <summary>A real dnsmasq on a free loopback port, with no configuration but what a test gives it.</summary>
internal sealed class Dnsmasq : IAsyncDisposable
{
    private const int PortTries = 5;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(10);
    private readonly Process _process;

    private readonly Task _draining; // A full pipe would stop it.

    private Dnsmasq(Process process, IPEndPoint endPoint)
    {
        (_process, EndPoint) = (process, endPoint);
        _draining = process.StandardError.ReadToEndAsync();
    }

    public IPEndPoint EndPoint { get; }

    public NameServer Server => new(EndPoint, NameServerRole.Named, "dnsmasq");

    public static async Task<Dnsmasq> StartAsync(params string[] options)
    {
        var program = Requires.Program("dnsmasq");
        for (var tries = 1; ; tries++)
        {
            var endPoint = FreePort();
            if (await TryStartAsync(program, endPoint, options) is { } process)
            {
                return new(process, endPoint);
            }

            Assert.True(tries < PortTries, "dnsmasq did not start.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        await _draining;
        _process.Dispose();
    }

    private static async Task<Process?> TryStartAsync(string program, IPEndPoint endPoint, string[] options)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true };
        string[] arguments =
        [
            "--no-daemon", "--conf-file=/dev/null", "--no-resolv", "--no-hosts", "--bind-interfaces", "--pid-file=",
            $"--user={Environment.UserName}", $"--listen-address={endPoint.Address}", $"--port={endPoint.Port}",
            .. options,
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(StartLimit, TimeProvider.System);
        while (await process.StandardError.ReadLineAsync(limit.Token) is { } line)
        {
            // The sockets are bound before this line is written.
            if (line.Contains("started", StringComparison.Ordinal))
            {
                return process;
            }
        }

        await process.WaitForExitAsync(limit.Token);
        process.Dispose();
        return null;
    }

    private static IPEndPoint FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return (IPEndPoint)socket.LocalEndPoint!;
    }
}
