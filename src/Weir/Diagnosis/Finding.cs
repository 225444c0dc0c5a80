using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Weir.Vocabulary;

namespace Weir.Diagnosis;

/// <summary>
/// One thing that a seat saw, in words for people, with the questions that it answers. Findings are the only thing
/// that reaches the judge.
/// </summary>
public sealed record Finding
{
    /// <summary>The seat that saw it.</summary>
    public required Source Source { get; init; }

    /// <summary>
    /// The hop it is about: <c>visitor->gateway</c> or <c>gateway->NAME</c>; empty where it is about none.
    /// </summary>
    public string Hop { get; init; } = "";

    /// <summary>When it was seen (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>One sentence for people: what was seen, with its numbers. Secrets are already masked.</summary>
    public required string Says { get; init; }

    /// <summary>The failure that it shows, where it shows one.</summary>
    public Failure? Shows { get; init; }

    /// <summary>The observables that this answers.</summary>
    public ImmutableArray<(Observable Observable, bool IsSo)> Answers { get; init; } = [];

    /// <summary>The numbers behind the sentence, for programs: durations in seconds, sizes in bytes.</summary>
    public JsonObject Data { get; init; } = [];
}
