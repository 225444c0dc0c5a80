namespace Weir.Probing.Dns.Wire;

/// <summary>Why bytes are not a DNS answer that can be read: the closed list.</summary>
public enum MessageFault
{
    /// <summary>Fewer than the 12 bytes of a header.</summary>
    NoHeader,

    /// <summary>The QR bit says that this is a query.</summary>
    NotAnAnswer,

    /// <summary>More than one question, which no server sends.</summary>
    ManyQuestions,

    /// <summary>The question is not in the class IN.</summary>
    OtherClass,

    /// <summary>The message ends in the middle of something.</summary>
    CutShort,

    /// <summary>A name is longer than 255 bytes.</summary>
    NameTooLong,

    /// <summary>A label begins with the reserved bits 01 or 10.</summary>
    LabelKind,

    /// <summary>A compression pointer does not point back, or there are too many of them.</summary>
    PointerLoop,

    /// <summary>A record's data is longer or shorter than its type allows.</summary>
    RecordData,

    /// <summary>More records than are accepted.</summary>
    TooManyRecords,

    /// <summary>The EDNS record is repeated, has a name, or its options do not fit (RFC 6891 section 6.1).</summary>
    BadEdns,
}
