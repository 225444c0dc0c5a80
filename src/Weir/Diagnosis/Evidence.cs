using System.Text.Json.Nodes;

namespace Weir.Diagnosis;

/// <summary>A finding with the id under which causes refer to it.</summary>
/// <param name="Id"><c>e1</c>, <c>e2</c> … in the order of the report.</param>
/// <param name="Source">The seat.</param>
/// <param name="Hop">The hop, or empty.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Says">One sentence for people.</param>
/// <param name="Data">The numbers behind it.</param>
public sealed record Evidence(string Id, Source Source, string Hop, DateTimeOffset At, string Says, JsonObject Data);
