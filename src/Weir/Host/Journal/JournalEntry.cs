namespace Weir.Host.Journal;

/// <summary>An entry of systemd's journal.</summary>
/// <param name="At">When it was received.</param>
/// <param name="Fields">Its fields, systemd.journal-fields(7).</param>
public sealed record JournalEntry(DateTimeOffset At, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>A field; empty when it is not there.</summary>
    public string this[string name] => Fields.GetValueOrDefault(name, "");
}
