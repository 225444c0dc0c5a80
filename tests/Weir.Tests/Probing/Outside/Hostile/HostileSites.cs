using System.Collections.Frozen;
using System.IO.Compression;
using System.Text;
using Weir.Lab.Faults;
using Weir.Probing;
using Told = global::Weir.Diagnosis.Diagnosis;

namespace Weir.Tests.Probing.Outside.Hostile;

/// <summary>Real servers that send what nobody should, each looked at with a small budget.</summary>
public sealed class HostileSites : IAsyncLifetime
{
    /// <summary>Time for one look; a fifth of the usual, so that the tests are quick.</summary>
    public static readonly TimeSpan Budget = TimeSpan.FromSeconds(4);

    private const int Megabyte = 1024 * 1024;

    /// <summary>What a gzip bomb unpacks to, in bytes: a thousand times what is read of a body at most.</summary>
    private const long BombBytes = 1024L * Megabyte;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly SideBySide _sideBySide = new();
    private readonly Dictionary<string, FaultyServer> _servers = [];
    private FrozenDictionary<string, Task<Told>> _looks = FrozenDictionary<string, Task<Told>>.Empty;

    /// <summary>The diagnosis of the site of that name.</summary>
    public Task<Told> this[string site] => _looks[site];

    public ValueTask InitializeAsync()
    {
        foreach (var (name, script) in Scripts())
        {
            _servers[name] = FaultyServer.Start(script);
        }

        var options = new ProbeOptions { Budget = Budget };
        _looks = _servers.ToFrozenDictionary(each => each.Key, each => _sideBySide.Begin(
            stop => Look.BesideAsync(each.Value.Url.ToString(), options, stop)));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _sideBySide.DisposeAsync();
        foreach (var server in _servers.Values)
        {
            await server.DisposeAsync();
        }
    }

    private static IEnumerable<(string Name, Script Script)> Scripts() =>
    [
        ("endless head", Reply.EndlessHead()),
        ("100,000 fields", Reply.ManyHeaders(100_000)),
        ("a byte of the head a second", Reply.SlowHeaders(Second)),
        ("garbage", Reply.GarbageBytes(Kit.Chance.Seeded())),
        ("words without a head", Reply.Bytes("<html>as in 1991</html>\n").ThenClose()),
        ("nothing", Reply.CloseBeforeHeaders()),
        ("a flood of 103", Reply.Bytes(Flood()).ThenHang()),
        ("endless body", Reply.EndlessBody()),
        ("a byte of the body a second", Reply.SlowBody(Second)),
        ("64 MiB", Reply.Bytes(Large(64 * Megabyte))),
        ("gzip bomb", Reply.Bytes(Bomb())),
        ("redirect loop", Reply.RedirectLoop()),
        ("twelve redirects", Script.Of(turn => turn.Request is { } request ? Onward(request.Path) : null)),
    ];

    private static Reply Onward(string path)
    {
        var step = path.Length > 1 && int.TryParse(path.AsSpan(1), out var number) ? number : 0;
        return step < 12 ? Reply.Redirect($"/{step + 1}") : Reply.Ok();
    }

    private static byte[] Flood() => Encoding.ASCII.GetBytes(
        string.Concat(Enumerable.Repeat("HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n", 100_000)));

    private static byte[] Large(int size)
    {
        var head = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {size}\r\n\r\n");
        var answer = new byte[head.Length + size];
        head.CopyTo(answer, 0);
        answer.AsSpan(head.Length).Fill((byte)'x');
        return answer;
    }

    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[Megabyte];
            for (var written = 0L; written < BombBytes; written += zeros.Length)
            {
                gzip.Write(zeros);
            }
        }

        var head = $"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. packed.ToArray()];
    }
}
