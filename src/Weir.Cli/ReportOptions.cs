using Weir.Reports;

namespace Weir.Cli;

/// <summary>What a person wants of a report, read from the options that all reporting commands share.</summary>
/// <param name="Format">Its face.</param>
/// <param name="File">Where to, instead of the standard output; null for that.</param>
/// <param name="Detail">How much it tells.</param>
/// <param name="WantsColour">False with <c>--no-color</c>.</param>
/// <param name="Since">How far back logs and counters are read; null for everything.</param>
/// <param name="Timeout">The whole command's budget.</param>
internal sealed record ReportOptions(
    ReportFormat Format, string? File, Detail Detail, bool WantsColour, TimeSpan? Since, TimeSpan Timeout)
{
    /// <summary>The diagnosis with the face that is wanted.</summary>
    public string Face(Diagnosis.Diagnosis diagnosis, TextStyle style) => Format switch
    {
        ReportFormat.Text => TextReport.Of(diagnosis, style, Detail),
        ReportFormat.Json => JsonReport.Of(diagnosis),
        ReportFormat.Markdown => MarkdownReport.Of(diagnosis),
    };
}
