using System.Globalization;
using System.Text;
using Weir.Logs.Files;

namespace Weir.Tests.Logs;

public sealed class LogTailTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("weir-tail-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Only_the_end_of_a_large_log_is_read()
    {
        var path = Write("a.log", Enumerable.Range(0, 50_000).Select(second => Line(Now.AddSeconds(second - 50_000))));
        var (view, lines) = Read(path, Now.AddMinutes(-5));
        Assert.Equal(300, lines.Count(line => Time(line) >= Now.AddMinutes(-5)));
        Assert.True(view.ReachesBack);
        Assert.InRange(view.Bytes, 1, new FileInfo(path).Length / 5);
        Assert.Equal(Line(Now.AddSeconds(-1)), lines[^1]);
    }

    [Fact]
    public void A_limit_of_bytes_keeps_the_newest_and_says_so()
    {
        var path = Write("a.log", Enumerable.Range(0, 50_000).Select(second => Line(Now.AddSeconds(second - 50_000))));
        var (view, lines) = Read(path, Now.AddDays(-9), 100_000);
        Assert.False(view.ReachesBack);
        Assert.InRange(view.Bytes, 1, 100_000);
        Assert.Equal(Line(Now.AddSeconds(-1)), lines[^1]);
    }

    [Theory, InlineData(0), InlineData(10)]
    public void A_log_that_was_just_rotated_is_read_with_its_neighbour(int fresh)
    {
        Write("a.log.1", Enumerable.Range(0, 1_000).Select(second => Line(Now.AddSeconds(second - 1_000 - fresh))));
        var path = Write("a.log", Enumerable.Range(0, fresh).Select(second => Line(Now.AddSeconds(second - fresh))));
        var (view, lines) = Read(path, Now.AddMinutes(-1));
        Assert.True(view.WithRotated);
        Assert.True(view.ReachesBack);
        Assert.Equal(60, lines.Count(line => Time(line) >= Now.AddMinutes(-1)));
        Assert.Equal(lines.Order(StringComparer.Ordinal), lines);
    }

    [Fact]
    public void A_log_that_cannot_be_read_is_a_fact()
    {
        Assert.Equal(LogFileState.Missing, Read(Path.Combine(_folder, "none.log"), Now).View.State);
        Assert.Equal(LogFileState.Missing, Read(Path.Combine(_folder, "none", "none.log"), Now).View.State);
        Assert.Equal(LogFileState.NotAFile, Read(_folder, Now).View.State);
        var link = Path.Combine(_folder, "access.log");
        File.CreateSymbolicLink(link, "/dev/stdout");
        Assert.Equal(LogFileState.NotAFile, Read(link, Now).View.State);
    }

    [Fact]
    public void A_log_of_somebody_else_is_a_fact()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "The superuser may read every file.");
        var path = Write("secret.log", ["x"]);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.None);
            Assert.Equal(LogFileState.Forbidden, Read(path, Now).View.State);
        }
    }

    [Fact]
    public void Long_lines_are_cut_and_undated_ones_are_stepped_over()
    {
        var path = Write("a.log", [Line(Now.AddMinutes(-9)), new string('x', 300_000), Line(Now), "without a time"]);
        var (view, lines) = Read(path, Now.AddMinutes(-1));
        Assert.True(view.ReachesBack);
        Assert.Equal([30, 64 * 1024, 30, 14], lines.Select(line => line.Length));
    }

    private static string Line(DateTimeOffset at) => at.ToString("O")[..19] + "+00:00 line";

    private static DateTimeOffset? Time(string line)
        => DateTimeOffset.TryParse(line.Split(' ')[0], CultureInfo.InvariantCulture, out var at) ? at : null;

    private static (LogFileView View, List<string> Lines) Read(string path, DateTimeOffset since, long budget = 1 << 26)
    {
        List<string> lines = [];
        var view = LogTail.Read(path, since, budget, line => Time(Encoding.UTF8.GetString(line)),
            line => lines.Add(Encoding.UTF8.GetString(line)), Stop);
        return (view, lines);
    }

    private string Write(string name, IEnumerable<string> lines)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, string.Concat(lines.Select(line => line + "\n")));
        return path;
    }
}
