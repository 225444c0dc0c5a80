using Weir.Logs.Access;
using Weir.Logs.Lines;

namespace Weir.Logs.Recent;

/// <summary>
/// Counts the requests within the window, and keeps those that failed or of which the error log speaks. Memory is
/// bounded, whatever the log holds.
/// </summary>
internal sealed class AccessIntake(RecentLogOptions options, AccessFormat format, ErrorIntake errors, AccessTally tally)
{
    private const int MostEntries = 20_000; // as many as failed tries are kept, plus their share without any
    private const int LinesKept = 500;

    private readonly LineCleaner _cleaner = new();
    private readonly Range[] _room = AccessLine.Room();
    private readonly HashSet<int> _hashes = [.. errors.Tries.Select(each => each.Key.Hash())];
    private readonly HashSet<RequestKey> _keys = [.. errors.Tries.Select(each => each.Key)];

    public List<AccessEntry> Entries { get; } = [];

    public long Dropped { get; private set; }

    public long Lines { get; private set; }

    public long Unparsed { get; private set; }

    public DateTimeOffset? TimeOf(ReadOnlySpan<byte> line) => TryRead(line, out var read) ? read.At : null;

    public void Take(ReadOnlySpan<byte> text)
    {
        if (!TryRead(text, out var line) || line.At is not { } at)
        {
            Lines++;
            Unparsed++;
            return;
        }

        if (at < options.Since || at > options.Until + options.Slack)
        {
            return;
        }

        Lines++;
        if (options.Host.Length > 0 && !options.Concerns(line.Text(AccessField.Host)))
        {
            return;
        }

        tally.Add(line, at);
        if (line.Status is < 500 and not AccessEntry.NoHttp && !IsSpokenOf(line))
        {
            return;
        }

        if (Entries.Count == MostEntries)
        {
            Dropped++;
            return;
        }

        Entries.Add(AccessEntry.Of(line, at, Entries.Count < LinesKept ? LineText.Of(text) : ""));
    }

    // A given format may begin with what looks like somebody's prefix, so it is tried on the line as it is first.
    private bool TryRead(ReadOnlySpan<byte> text, out AccessLine line)
        => AccessLine.TryRead(text.TrimEnd((byte)'\r'), format, _room, out line)
            || AccessLine.TryRead(_cleaner.Clean(text), format, _room, out line);

    private bool IsSpokenOf(AccessLine line)
    {
        if (_keys.Count == 0)
        {
            return false;
        }

        return RequestKey.QuickHash(line) is { } hash
            ? _hashes.Contains(hash)
            : _keys.Contains(RequestKey.Of(line.Text(AccessField.Client), line.RequestLine()));
    }
}
