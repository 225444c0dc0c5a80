using System.Collections.Immutable;
using Weir.Diagnosis;
using Weir.Vocabulary;

namespace Weir.Logs;

/// <summary>
/// What a program writes when something happened, and what that means: one row of a dialect's table. All conditions
/// must hold; the first row that holds counts.
/// </summary>
public sealed record Phrase
{
    private const char Anything = '…';
    private const StringSplitOptions Around = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    /// <summary>
    /// The constant words, case as written, from the start of the message on. <c>…</c> stands for anything or nothing,
    /// so <c>connect() … failed</c> has both parts in this order; the blanks around it do not count. Words that begin
    /// with <c>…</c> may stand anywhere outside quotes: what stands in quotes is often the visitor's, who must not be
    /// able to write a phrase.
    /// </summary>
    public required string Words
    {
        get;
        init => (field, Parts) = (value, value.Contains(Anything) ? value.Split(Anything, Around) : [value]);
    }

    /// <summary>
    /// The numbers in parentheses for which it holds (an errno, a resolver's code, a certificate check's); empty for
    /// any. The words after the number depend on the system and are not looked at.
    /// </summary>
    public ImmutableArray<int> Numbers { get; init; } = [];

    /// <summary>The actions (<c>while …</c>) in which it holds; empty for any.</summary>
    public ImmutableArray<string> During { get; init; } = [];

    /// <summary>Whether it holds only for a unix socket.</summary>
    public bool OnUnixSocket { get; init; }

    /// <summary>The failure on the wire; null where it tells of none at a gateway's hop.</summary>
    public Failure? Failure { get; init; }

    /// <summary>The phase of the exchange; null where there is none.</summary>
    public Phase? Phase
    {
        get => field ?? Failure?.Traits().Phase;
        init;
    }

    /// <summary>
    /// Whether it may be passed over when a 5xx is explained: the visitor left, a scanner knocked, a mere remark.
    /// </summary>
    public bool Harmless { get; init; }

    /// <summary>The observables that it answers.</summary>
    public ImmutableArray<(Observable Observable, bool IsSo)> Answers { get; init; } = [];

    /// <summary>One or two plain sentences.</summary>
    public required string Meaning { get; init; }

    internal string[] Parts { get; private init; } = [];

    /// <summary>Whether <paramref name="saying"/> fulfils every condition.</summary>
    public bool Holds(Saying saying)
        => (Numbers.IsEmpty || (saying.Number is { } number && Numbers.Contains(number)))
            && (During.IsEmpty || During.Contains(saying.Action))
            && (!OnUnixSocket || saying.OnUnixSocket)
            && (Words[0] == Anything ? InOrder(saying.Unquoted) : StartsInOrder(saying.Message));

    private bool StartsInOrder(string message)
        => message.StartsWith(Parts[0], StringComparison.Ordinal) && (Parts.Length == 1 || InOrder(message));

    private bool InOrder(ReadOnlySpan<char> message)
    {
        foreach (var part in Parts)
        {
            var at = message.IndexOf(part, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            message = message[(at + part.Length)..];
        }

        return true;
    }
}
