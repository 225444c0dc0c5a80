using System.Text;
using Weir.Logs;
using Weir.Logs.Access;
using Weir.Logs.Applications;
using Weir.Logs.Lines;
using Weir.Logs.Nginx;
using Weir.Tests.Kit;
using Weir.Vocabulary;

namespace Weir.Tests.Logs;

/// <summary>
/// The corpus: real shapes of lines, and beside each file what is read from it. A reading changes only on purpose.
/// </summary>
public sealed class CorpusTests
{
    private static readonly TimeZoneInfo Berlin =
        TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(1), "test", "test");

    public static TheoryData<string> ErrorLogs => [.. Files("nginx").Where(name => !name.StartsWith("access-"))];

    public static TheoryData<string> ApplicationLogs => [.. Files("applications")];

    [Theory, MemberData(nameof(ErrorLogs))]
    public void Every_error_line_is_read_as_the_file_beside_it_says(string name)
    {
        var cleaner = new LineCleaner();
        Compare("nginx", name,
            line => NginxErrorReader.Read(cleaner.Clean(line), Berlin) is { } read ? Say(read) : "?");
    }

    [Theory, MemberData(nameof(ApplicationLogs))]
    public void Every_line_of_an_application_server_is_read_as_the_file_beside_it_says(string name)
        => Compare("applications", name, line => ApplicationLineReader.Read(line, Berlin) is { } read
            ? $"{read.At:O} {read.Level} pool={read.Pool} pid={read.ProcessId}\n    {Say(read.Phrase)}"
            : "?");

    [Fact]
    public void Every_access_line_of_a_known_format_is_read_as_the_file_beside_it_says()
    {
        var cleaner = new LineCleaner();
        var room = AccessLine.Room();
        Compare("nginx", "access-known.log", text =>
            AccessLine.TryRead(text, AccessFormat.Known, room, out var line)
            || AccessLine.TryRead(cleaner.Clean(text), AccessFormat.Known, room, out line) ? Say(line) : "?");
    }

    [Theory, InlineData("nginx"), InlineData("php-fpm"), InlineData("gunicorn")]
    public void Every_row_of_a_table_is_met_in_the_corpus(string dialect)
    {
        var (table, met) = dialect switch
        {
            "php-fpm" => (PhpFpmPhrases.Table, Met("php-fpm.log")),
            "gunicorn" => (GunicornPhrases.Table, Met("gunicorn.log")),
            _ => (NginxPhrases.Table, Files("nginx").SelectMany(name => Lines("nginx", name))
                .Select(line => NginxErrorReader.Read(line, Berlin)?.Phrase)),
        };
        var seen = met.Concat(dialect == "nginx" ? [] : Met("php-fpm.log")).Concat(Met("gunicorn.log")).ToHashSet();
        Assert.Empty(table.Rows.Where(row => !seen.Contains(row)).Select(row => row.Words));
    }

    private static IEnumerable<Phrase?> Met(string name)
        => Lines("applications", name).Select(line => ApplicationLineReader.Read(line, Berlin)?.Phrase);

    private static string Folder(string dialect) => Repository.At("tests", "Weir.Tests", "Logs", "Corpus", dialect);

    private static IEnumerable<string> Files(string dialect)
        => Directory.EnumerateFiles(Folder(dialect), "*.log").Select(path => Path.GetFileName(path)).Order();

    private static IEnumerable<byte[]> Lines(string dialect, string name)
        => Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(Folder(dialect), name))).TrimEnd('\n').Split('\n')
            .Select(line => Encoding.Latin1.GetBytes(line));

    private static void Compare(string dialect, string name, Func<byte[], string> read)
    {
        var text = string.Concat(Lines(dialect, name).Select((line, at) => $"{at + 1}: {read(line)}\n"));
        Approve.Same(text, Path.Combine(Folder(dialect), Path.ChangeExtension(name, ".expected")));
    }

    private static string Say(NginxErrorLine line)
    {
        var upstream = line.Upstream is { } to
            ? $"{to.Scheme} {to.Peer} {to.Uri}{(to.IsAddress ? "" : " (group)")}"
            : "";
        var request = line.Request.Length > 80 ? $"{line.Request[..80]}… ({line.Request.Length})" : line.Request;
        return $"{line.At:O} {line.Level} {line.ProcessId}#{line.ThreadId} *{line.Connection}"
            + $"{(line.IsCut ? " cut" : "")}\n    {Say(line.Phrase)}\n"
            + $"    [{line.Number}] while [{line.Action}] client [{line.Client}] server [{line.Server}]"
            + $" request [{request}] subrequest [{line.Subrequest}] upstream [{upstream}]"
            + $" host [{line.Host}] referrer [{line.Referrer}]";
    }

    private static string Say(Phrase? phrase) => phrase is null
        ? "unknown"
        : $"{phrase.Failure?.Id() ?? "none"}{(phrase.Harmless ? ", harmless" : "")}, phase {phrase.Phase}: "
            + $"{phrase.Meaning} "
            + $"[{string.Join(", ", phrase.Answers.Select(each => $"{each.Observable} {each.IsSo}"))}]";

    private static string Say(AccessLine line)
    {
        var tries = UpstreamTry.Of(line).Select(each => $"{each.Round}:{each.Address} {each.Status}"
            + $" c={each.ConnectSeconds} h={each.HeaderSeconds} r={each.ResponseSeconds}");
        return $"{line.At:O} {line.Status} [{line.RequestLine()}] {line.Seconds} s,"
            + $" client [{line.Text(AccessField.Client)}] agent [{line.Text(AccessField.UserAgent)}]"
            + $" referrer [{line.Text(AccessField.Referrer)}]"
            + $" forwarded [{line.Text(AccessField.ForwardedFor)}] tries [{string.Join("; ", tries)}]";
    }
}
