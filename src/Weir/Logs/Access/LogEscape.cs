namespace Weir.Logs.Access;

/// <summary>How nginx writes bytes that would break a line (<c>escape=</c> of <c>log_format</c>).</summary>
public enum LogEscape
{
    /// <summary>
    /// Quotes, backslashes and what is not printable ASCII as <c>\xXX</c>; what is missing as a dash.
    /// </summary>
    Default,

    /// <summary>As JSON does; what is missing is empty.</summary>
    Json,

    /// <summary>Not at all.</summary>
    None,
}
