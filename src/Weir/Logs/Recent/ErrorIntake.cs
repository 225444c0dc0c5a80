using Weir.Logs.Lines;
using Weir.Logs.Nginx;
using Weir.Vocabulary;

namespace Weir.Logs.Recent;

/// <summary>Collects what the error logs say within the window, with bounded memory.</summary>
internal sealed class ErrorIntake(RecentLogOptions options, TimeZoneInfo zone)
{
    // About a kilobyte each with a hostile visitor. Later ones are counted and not joined.
    private const int MostTries = 20_000;

    // The first show how it began; more of the same tell nothing new.
    private const int LinesKept = 8;

    private readonly LineCleaner _cleaner = new();
    private readonly Dictionary<(Failure, string), int> _linesKept = [];

    public List<FailedTry> Tries { get; } = [];

    public PhraseTally Phrases { get; } = new();

    /// <summary>Failures beyond <see cref="MostTries"/>.</summary>
    public long Dropped { get; private set; }

    /// <summary>Until when no failure was dropped.</summary>
    public DateTimeOffset CompleteUntil { get; private set; } = DateTimeOffset.MaxValue;

    public long Lines { get; private set; }

    public long Unparsed { get; private set; }

    /// <summary>The earliest line within the window.</summary>
    public DateTimeOffset? First { get; private set; }

    /// <summary>The least severe level that was met; null where nothing was.</summary>
    public NginxLevel? Quietest { get; private set; }

    public DateTimeOffset? TimeOf(ReadOnlySpan<byte> line)
        => TryRead(line, out var head) ? LogTime.In(zone, head.Local) : null;

    public void Take(ReadOnlySpan<byte> line)
    {
        if (!TryRead(line, out var head))
        {
            Lines++;
            Unparsed++;
            return;
        }

        var at = LogTime.In(zone, head.Local);
        if (at < options.Since || at > options.Until + options.Slack)
        {
            return;
        }

        Lines++;
        First = First is { } first && first < at ? first : at;
        Quietest = Quietest is { } level && level > head.Level ? level : head.Level;
        if (head.Level != NginxLevel.Debug)
        {
            Take(NginxErrorReader.Read(head, at), line);
        }
    }

    // The head is found behind plain prefixes; only envelopes and colours need the cleaner.
    private bool TryRead(ReadOnlySpan<byte> line, out NginxErrorHead head)
        => line.IndexOfAny((byte)0x1b, (byte)'{') is var mark && (mark == 0 || (mark > 0 && line[mark] == 0x1b))
            ? NginxErrorHead.TryRead(_cleaner.Clean(line), out head)
            : NginxErrorHead.TryRead(line, out head);

    private void Take(NginxErrorLine read, ReadOnlySpan<byte> line)
    {
        if (!options.Concerns(read.Host) || read.Phrase is not { } phrase)
        {
            return;
        }

        Phrases.Add(phrase, read.At, line);
        if (phrase.Failure is not { } failure)
        {
            return;
        }

        if (Tries.Count == MostTries)
        {
            Dropped++;
            CompleteUntil = read.At < CompleteUntil ? read.At : CompleteUntil;
            return;
        }

        var upstream = read.Upstream?.Peer ?? NameIn(read, failure);
        Tries.Add(new(read.At, failure, upstream, phrase)
        {
            Server = read.Server,
            Connection = read.Connection,
            ProcessId = read.ProcessId,
            Line = Kept(failure, upstream, line),
            Key = RequestKey.Of(read.Client, read.Request),
        });
    }

    // Before a server was chosen only the message names it: "app.example could not be resolved (3: Host not found)".
    private static string NameIn(NginxErrorLine read, Failure failure)
        => failure is Failure.NameNotFound or Failure.NameServerFailed or Failure.NameTimeout
            && read.Message.IndexOf(" could not be resolved", StringComparison.Ordinal) is > 0 and var end
            ? read.Message[..end]
            : "";

    private string Kept(Failure failure, string upstream, ReadOnlySpan<byte> line)
    {
        var kept = _linesKept.GetValueOrDefault((failure, upstream));
        if (kept >= LinesKept)
        {
            return "";
        }

        _linesKept[(failure, upstream)] = kept + 1;
        return LineText.Of(line);
    }
}
