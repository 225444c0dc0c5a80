using System.Collections.Immutable;

namespace Weir.Logs.Recent;

/// <summary>Counts phrases; there are no more than the tables have rows.</summary>
internal sealed class PhraseTally
{
    private readonly Dictionary<Phrase, PhraseCount> _counts = new(ReferenceEqualityComparer.Instance);

    public void Add(Phrase phrase, DateTimeOffset at, ReadOnlySpan<byte> line)
        => _counts[phrase] = _counts.TryGetValue(phrase, out var known)
            ? known with { Count = known.Count + 1, Last = at > known.Last ? at : known.Last }
            : new(phrase, 1, at, at, LineText.Of(line));

    public ImmutableArray<PhraseCount> Counts => [.. _counts.Values.OrderBy(each => each.First)];
}
