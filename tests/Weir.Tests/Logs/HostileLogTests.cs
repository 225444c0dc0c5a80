using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Weir.Logs.Access;
using Weir.Logs.Applications;
using Weir.Logs.Lines;
using Weir.Logs.Nginx;
using Weir.Logs.Recent;
using Weir.Tests.Http1;

namespace Weir.Tests.Logs;

/// <summary>What visitors and servers write into a log is theirs: no bytes may crash a reader.</summary>
public sealed class HostileLogTests
{
    // Words of every dialect among stray bytes, so that the depths of the readers are reached.
    private static readonly string[] Words =
    [
        "2026/11/22 10:00:00 [error] 31#31: *7 ", "connect() failed (111: x)", " while ", "connecting to upstream",
        ", client: 1.2.3.4", ", server: s", ", request: \"", "GET / HTTP/1.1", "\"", ", upstream: \"", "http://",
        "unix:", ", host: \"", ", referrer: \"", "(", "(110:", "upstream timed out", "no live upstreams",
        "1.2.3.4 - - [", "22/Nov/2026:10:00:00 +0100] \"", " 502 157 \"-\" \"-\"", " rt=", "urt=\"0.1, 0.2\"", "{\"",
        "\":", "\\", "\\u00", "\\x2", "log", "MESSAGE", "status", "502", ", ", " : ", "-", "[22-Nov-2026 10:00:00] ",
        "WARNING: [pool www] ", "child 31 exited on signal 11", "[2026-11-22 10:00:00 +0000] [31] [ERROR] ",
        "WORKER TIMEOUT (pid:31)", "\r", "\n", "\u001b[", "> ", "web-1  | ", "[pod/a] ", "<187>",
        "Nov 22 10:00:00 host nginx: ", "2026-11-22T10:00:00Z ", "\0", "ÿ",
    ];

    private static readonly Arbitrary<byte[]> Hostile = Gen.OneOf(
        Gen.Elements(Words).ListOf().Select(words => Encoding.Latin1.GetBytes(string.Concat(words))),
        Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf()).ToArbitrary();

    private static readonly AccessFormat Listed = AccessFormat.Compile(
        "[$time_local] \"$request\" $status $upstream_addr $upstream_status [$upstream_header_time] $request_time");

    [Fact]
    public void No_bytes_crash_a_reader()
        => HostileBytes.Holds(Hostile, bytes =>
        {
            ReadAll(bytes);
            return true;
        });

    [Theory]
    [InlineData("\""), InlineData("("), InlineData("(1:"), InlineData("\\"), InlineData("\", "), InlineData(" while ")]
    [InlineData(", client: "), InlineData("[ "), InlineData(" : "), InlineData(", "), InlineData("\"a\":")]
    [InlineData("/")]
    [InlineData("{\"log\":\""), InlineData("\u001b["), InlineData("> "), InlineData("\\\"")]
    public void The_longest_line_of_one_thing_is_read_like_any_other(string thing)
    {
        var many = string.Concat(Enumerable.Repeat(thing, LineCleaner.LongestLine / thing.Length));
        string[] starts =
        [
            "", "2026/11/22 10:00:00 [error] 31#31: *7 ", "{\"request\":\"", "[22-Nov-2026 10:00:00] ",
            "1.2.3.4 - - [22/Nov/2026:10:00:00 +0100] \"GET / HTTP/1.1\" 502 157 \"-\" \"-\" ",
            "[22/Nov/2026:10:00:00 +0100] \"GET / HTTP/1.1\" 502 ",
        ];
        foreach (var start in starts)
        {
            ReadAll(Encoding.UTF8.GetBytes(start + many));
        }
    }

    [Fact]
    public void No_log_crashes_the_view_of_the_last_minutes()
    {
        var folder = Directory.CreateTempSubdirectory("weir-hostile-").FullName;
        try
        {
            var (errors, access) = (Path.Combine(folder, "error.log"), Path.Combine(folder, "access.log"));
            HostileBytes.Holds(Hostile, bytes =>
            {
                File.WriteAllBytes(errors, bytes);
                File.WriteAllBytes(access, bytes);
                var at = new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);
                var view = RecentLog.Read(new RecentLogOptions
                {
                    ErrorLogs = [errors],
                    AccessLogs = [new(access, AccessFormat.Known), new(access, Listed)],
                    Since = at.AddDays(-1),
                    Until = at.AddDays(1),
                }, TestContext.Current.CancellationToken);
                return view.Requests.Length <= bytes.Length;
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void ReadAll(byte[] bytes)
    {
        var clean = new LineCleaner().Clean(bytes).ToArray();
        foreach (var line in new[] { bytes, clean })
        {
            _ = NginxErrorReader.Read(line, TimeZoneInfo.Utc)?.Phrase;
            _ = ApplicationLineReader.Read(line, TimeZoneInfo.Utc)?.Phrase;
            foreach (var format in new[] { AccessFormat.Known, Listed })
            {
                if (AccessLine.TryRead(line, format, AccessLine.Room(), out var read))
                {
                    _ = (read.At, read.Seconds, read.LocalOffset, read.RequestLine(), UpstreamTry.Of(read).Length);
                }
            }
        }
    }
}
