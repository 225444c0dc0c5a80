using System.Collections.Immutable;
using System.Text.Json;
using Weir.Diagnosis;
using Weir.Vocabulary;

namespace Weir.Reports;

/// <summary>
/// The diagnosis for programs: the object <c>weir.diagnosis/1</c>. Keys may be added to it, never renamed or taken
/// away. Durations are seconds, times RFC 3339 in UTC, what is not known is null.
/// </summary>
public static class JsonReport
{
    /// <summary>The name and version of the object.</summary>
    public const string Schema = "weir.diagnosis/1";

    /// <summary>The object as indented JSON, with a line end behind it. Secrets are masked.</summary>
    public static string Of(Diagnosis.Diagnosis diagnosis)
    {
        var published = Publication.Of(diagnosis);
        return JsonText.Write(json =>
        {
            json.WriteStartObject();
            WriteVerdict(json, published);
            WriteFailures(json, published.Failures);
            WriteCauses(json, published.Causes);
            WriteEvidence(json, published.Evidence);
            WriteSkipped(json, published.Skipped);
            json.WriteStrings("next", published.Next);
            WriteExtras(json, published);
            json.WriteEndObject();
        });
    }

    private static void WriteVerdict(Utf8JsonWriter json, Diagnosis.Diagnosis diagnosis)
    {
        json.WriteString("schema", Schema);
        json.WriteString("target", diagnosis.Target);
        json.WriteString("at", JsonText.Time(diagnosis.At));
        json.WriteNumber("seconds", Math.Round((decimal)diagnosis.Took.TotalSeconds, 3));
        json.WriteString("verdict", Spelling.Kebab(diagnosis.Verdict));
        json.WriteBoolean("determined", diagnosis.Determined);
        json.WriteNumberOrNull("status", diagnosis.Status);
        json.WriteString("scope", Spelling.Kebab(diagnosis.Scope));
        if (diagnosis.AnsweredBy is not { } by)
        {
            json.WriteNull("answered_by");
            return;
        }

        json.WriteStartObject("answered_by");
        json.WriteString("software", by.Software);
        json.WriteString("version", by.Version);
        json.WriteString("hop", by.Hop);
        json.WriteBoolean("made_it", by.MadeIt);
        json.WriteEndObject();
    }

    private static void WriteFailures(Utf8JsonWriter json, ImmutableArray<Sighting> failures)
    {
        json.WriteStartArray("failures");
        foreach (var failure in failures)
        {
            json.WriteStartObject();
            json.WriteString("kind", failure.Kind.Id());
            var error = failure.Kind.Traits().ProxyError;
            json.WriteString("proxy_error", error is { } type ? Spelling.Snake(type) : null);
            json.WriteString("hop", failure.Hop);
            json.WriteString("endpoint", failure.Endpoint);
            json.WriteNumber("count", failure.Count);
            json.WriteNumber("of", failure.Of);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCauses(Utf8JsonWriter json, ImmutableArray<SuspectedCause> causes)
    {
        var percents = Confidences.Percents(causes.Select(cause => cause.Confidence));
        json.WriteStartArray("causes");
        for (var i = 0; i < causes.Length; i++)
        {
            var cause = causes[i];
            json.WriteStartObject();
            json.WriteString("id", cause.Id);
            json.WriteString("category", cause.Category);
            json.WriteNumber("confidence", percents[i] / 100m);
            json.WriteString("title", cause.Title);
            json.WriteString("summary", cause.Summary);
            json.WriteStrings("for", cause.For);
            json.WriteStrings("against", cause.Against);
            json.WriteStartObject("remedies");
            json.WriteStrings("visitor", cause.VisitorRemedies);
            json.WriteStrings("admin", cause.AdminRemedies);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteEvidence(Utf8JsonWriter json, ImmutableArray<Evidence> evidence)
    {
        json.WriteStartArray("evidence");
        foreach (var each in evidence)
        {
            json.WriteStartObject();
            json.WriteString("id", each.Id);
            json.WriteString("source", Spelling.Kebab(each.Source));
            json.WriteString("hop", each.Hop);
            json.WriteString("at", JsonText.Time(each.At));
            json.WriteString("says", each.Says);
            json.WritePropertyName("data");
            each.Data.WriteTo(json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSkipped(Utf8JsonWriter json, ImmutableArray<SkippedCheck> skipped)
    {
        json.WriteStartArray("skipped");
        foreach (var check in skipped)
        {
            json.WriteStartObject();
            json.WriteString("check", check.Check);
            json.WriteString("why", check.Why);
            json.WriteString("needs", check.Needs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Not promised by the contract, hence behind what is.
    private static void WriteExtras(Utf8JsonWriter json, Diagnosis.Diagnosis diagnosis)
    {
        json.WriteStartArray("steps");
        foreach (var step in diagnosis.Steps)
        {
            json.WriteStartObject();
            json.WriteString("step", step.Step);
            json.WriteBooleanOrNull("helps", step.Helps);
            json.WriteString("because", step.Because);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStrings("contacts", diagnosis.Contacts);
        json.WriteStrings("redirects", diagnosis.Redirects);
        json.WriteStartArray("path");
        foreach (var station in diagnosis.Path)
        {
            json.WriteStartObject();
            json.WriteString("name", station.Name);
            json.WriteString("detail", station.Detail);
            json.WriteString("state", Spelling.Kebab(station.State));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
