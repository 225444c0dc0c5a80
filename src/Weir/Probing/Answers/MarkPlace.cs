namespace Weir.Probing.Answers;

/// <summary>Where a mark is looked for.</summary>
internal enum MarkPlace
{
    /// <summary>The body contains the text.</summary>
    Body,

    /// <summary>The body, without white space around it, is the text.</summary>
    WholeBody,

    /// <summary>The body does not contain the text, and is not empty.</summary>
    BodyWithout,

    /// <summary>The body has this many bytes.</summary>
    Length,

    /// <summary>A field of the name contains the text; any case.</summary>
    Field,

    /// <summary>The Server field begins with this product.</summary>
    Server,

    /// <summary>No field has the name.</summary>
    NoField,

    /// <summary>The reason phrase is the text.</summary>
    Reason,

    /// <summary>The status is the number.</summary>
    Status,
}
