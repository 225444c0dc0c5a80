namespace Weir.Probing.Answers;

/// <summary>The kinds of a value in a structured field (RFC 9651 section 3.3).</summary>
public enum BareKind
{
#pragma warning disable CA1720 // The names are the standard's own.
    /// <summary>An Integer.</summary>
    Integer,

    /// <summary>A Decimal.</summary>
    Decimal,

    /// <summary>A String.</summary>
    String,

    /// <summary>A Token.</summary>
    Token,

    /// <summary>A Byte Sequence; its text is the base64 form.</summary>
    Bytes,

    /// <summary>A Boolean.</summary>
    Boolean,

    /// <summary>A Date; its number is seconds since 1970.</summary>
    Date,

    /// <summary>A Display String.</summary>
    DisplayString,
#pragma warning restore CA1720
}
