namespace Weir.Logs.Access;

/// <summary>A way to take lines of an access log apart. The lines themselves are never copied.</summary>
public abstract class AccessFormat
{
    private protected AccessFormat(LogEscape escape) => Escape = escape;

    /// <summary>How its values are escaped.</summary>
    public LogEscape Escape { get; }

    /// <summary>
    /// Whether its lines carry <paramref name="field"/>; null where that depends on the line.
    /// </summary>
    public abstract bool? Has(AccessField field);

    /// <summary>Takes a line apart.</summary>
    /// <param name="line">The line without its end.</param>
    /// <param name="fields">
    /// One place for each <see cref="AccessField"/>, filled with where it stands; an empty range where it is missing.
    /// </param>
    /// <returns>False where the line is not of this format; <paramref name="fields"/> means nothing then.</returns>
    public abstract bool TryRead(ReadOnlySpan<byte> line, Span<Range> fields);

    /// <summary>
    /// Every format that can be told by its looks: combined and what is often added to it, ingress-nginx, JSON.
    /// </summary>
    public static AccessFormat Known { get; } = new KnownFormat();

    /// <summary>
    /// Reads the text of a <c>log_format</c>, or the whole directive as it stands in the configuration.
    /// </summary>
    /// <exception cref="FormatException">It is no format that can be read; the message says why.</exception>
    public static AccessFormat Compile(string logFormat)
    {
        ArgumentNullException.ThrowIfNull(logFormat);
        var (text, escape) = LogFormatText.Read(logFormat);
        return new PatternFormat(text, escape);
    }
}
