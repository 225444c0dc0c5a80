namespace Weir.Cli;

/// <summary>The faces that a report can be written with.</summary>
internal enum ReportFormat
{
    /// <summary>For people at a terminal.</summary>
    Text,

    /// <summary>For programs.</summary>
    Json,

    /// <summary>For tickets.</summary>
    Markdown,
}
