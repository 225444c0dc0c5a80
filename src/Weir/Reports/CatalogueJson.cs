using System.Text.Json;
using Weir.Diagnosis;
using Weir.Knowledge;
using Weir.Vocabulary;
using static Weir.Reports.CatalogueWords;

namespace Weir.Reports;

/// <summary>The catalogue of causes for programs: the object <c>weir.causes/1</c>. Shares are 0 to 1.</summary>
public static class CatalogueJson
{
    /// <summary>The name and version of the object.</summary>
    public const string Schema = "weir.causes/1";

    /// <summary>The object with these causes, in this order.</summary>
    public static string Of(IEnumerable<CauseKnowledge> causes) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteStartArray("causes");
        foreach (var cause in causes)
        {
            WriteCause(json, cause);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteCause(Utf8JsonWriter json, CauseKnowledge cause)
    {
        json.WriteStartObject();
        json.WriteString("id", cause.Id);
        json.WriteString("category", cause.Category);
        json.WriteString("title", Manual(cause.Title));
        json.WriteStrings("explanation", [.. cause.Explanation.Select(Manual)]);
        json.WriteStartObject("shows_as");
        foreach (var (failure, share) in ShowsAs(cause))
        {
            json.WriteNumber(failure.Id(), (decimal)share);
        }

        json.WriteEndObject();
        WriteSigns(json, cause);
        WriteRelatives(json, cause);
        WriteRemedies(json, cause);
        json.WriteEndObject();
    }

    private static void WriteSigns(Utf8JsonWriter json, CauseKnowledge cause)
    {
        json.WriteStartArray("signs");
        foreach (var (observable, sign) in Signs(cause))
        {
            json.WriteStartObject();
            json.WriteString("observable", Spelling.Kebab(observable));
            json.WriteString("question", Manual(observable.Traits().Question));
            json.WriteNumber("likely", (decimal)sign.Likely);
            json.WriteString("why", Manual(sign.Why));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRelatives(Utf8JsonWriter json, CauseKnowledge cause)
    {
        json.WriteStartObject("brings_about");
        foreach (var (id, share) in BringsAbout(cause))
        {
            json.WriteNumber(id, (decimal)share);
        }

        json.WriteEndObject();
        json.WriteStartArray("confused_with");
        foreach (var other in cause.ConfusedWith)
        {
            json.WriteStartObject();
            json.WriteString("id", other.Id);
            json.WriteString("ask", Spelling.Kebab(other.Question));
            json.WriteString("words", Manual(other.Words));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRemedies(Utf8JsonWriter json, CauseKnowledge cause)
    {
        json.WriteStartObject("remedies");
        json.WriteStrings("visitor", [.. cause.VisitorRemedies.Select(Manual)]);
        json.WriteStartArray("admin");
        foreach (var remedy in cause.AdminRemedies)
        {
            json.WriteStartObject();
            json.WriteString("for", Spelling.Kebab(remedy.For));
            json.WriteString("text", Manual(remedy.Text));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
