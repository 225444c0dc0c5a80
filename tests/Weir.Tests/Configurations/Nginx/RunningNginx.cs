using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Weir.Configurations;
using Weir.Configurations.Nginx;
using Weir.Lab.Gateways;
using Weir.Tests.Kit;

namespace Weir.Tests.Configurations.Nginx;

/// <summary>A real nginx with the configuration of the tests, and what Weir reads in it.</summary>
public sealed partial class RunningNginx : IAsyncLifetime
{
    private GatewayProcess? _process;
    private GatewayConfiguration? _read;

    /// <summary>The port of most servers.</summary>
    public int Port { get; } = LoopbackPort.Free();

    /// <summary>A port that is listened on by address and by wildcard.</summary>
    public int SharedPort { get; } = LoopbackPort.Free();

    private int EchoPort { get; } = LoopbackPort.Free();

    public async ValueTask InitializeAsync()
    {
        var program = Requires.Program(NginxServer.ProgramName);
        var files = Directory.CreateTempSubdirectory("weir-site-").FullName;
        MakeSite(files);
        var http = File.ReadAllText(Repository.At("tests", "Weir.Tests", "Configurations", "Nginx", "choices.conf"))
            .Replace("@PORT@", Port.ToString())
            .Replace("@SHARED@", SharedPort.ToString())
            .Replace("@ECHO@", EchoPort.ToString())
            .Replace("@FILES@", files);
        _process = await NginxServer.StartAsync(program, http, Port, TestContext.Current.CancellationToken);
        _read = NginxConfiguration.Read(new ConfigurationFiles(), new()
        {
            Version = new(1, 22, 1),
            Prefix = _process.Folder,
            ConfigurationPath = Path.Combine(_process.Folder, "nginx.conf"),
        });
        Assert.Empty(_read.Model.Problems);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    /// <summary>What nginx does, in one line: status, and where to or with what.</summary>
    public static async Task<string> AskAsync(string address, int port, string? host, string target)
    {
        var stop = TestContext.Current.CancellationToken;
        var endpoint = new IPEndPoint(IPAddress.Parse(address), port);
        using var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(endpoint, stop);
        await using var stream = new NetworkStream(socket);
        // HTTP/1.0 may lack the Host field.
        var request = $"GET {target} HTTP/1.0\r\n{(host is null ? "" : $"Host: {host}\r\n")}\r\n";
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), stop);
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer, stop);
        var text = Encoding.UTF8.GetString(answer.ToArray());
        var (head, body) = text.Split("\r\n\r\n", 2) is [var first, var rest] ? (first, rest) : (text, "");
        var status = int.Parse(head.Split(' ')[1]);
        var location = LocationField().Match(head);
        return location.Success ? $"{status} {PathOf(location.Groups[1].Value)}"
            : body.StartsWith('|') ? $"{status} {body}"
            : $"{status}";
    }

    /// <summary>What Weir says nginx does, in the same line.</summary>
    public string Choose(string address, int port, string? host, string target)
    {
        var choice = ChoiceOf(address, port, host, target);
        return choice.Action switch
        {
            PassAction => $"{choice.Status ?? 200} |{choice.Uri}|{choice.Host}",
            RedirectAction => $"{choice.Status} {PathOf(choice.Location!)}",
            AnswerAction { Text: not null } => $"{choice.Status} {choice.Body}",
            AnswerAction => $"{choice.Status}",
            FilesAction or OtherAction => $"{choice.Status ?? 200}",
            _ => "nothing",
        };
    }

    /// <summary>The choice itself.</summary>
    public RouteChoice ChoiceOf(string address, int port, string? host, string target)
        => _read!.Choose(new(new IPEndPoint(IPAddress.Parse(address), port), host, target));

    // nginx makes a path a whole address, with a host and port of its own.
    private static string PathOf(string location) => OwnAddress().Replace(location, "");

    private static void MakeSite(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "folder"));
        Directory.CreateDirectory(Path.Combine(folder, "empty"));
        File.WriteAllText(Path.Combine(folder, "hello.txt"), "hello");
        File.WriteAllText(Path.Combine(folder, "index.html"), "home");
        File.WriteAllText(Path.Combine(folder, "folder", "index.html"), "folder");
        if (OperatingSystem.IsLinux())
        {
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101); // nginx's workers may be another user
        }
    }

    [GeneratedRegex(@"^Location: (.*?)\r?$", RegexOptions.Multiline)]
    private static partial Regex LocationField();

    [GeneratedRegex(@"^http://[a-z.]+example(:\d+)?(?=/)")]
    private static partial Regex OwnAddress();
}
