namespace Weir.Probing.Dns.Wire;

/// <summary>What each fault is called in a report.</summary>
internal static class MessageFaultText
{
    /// <summary>The fault as the end of a sentence: "the answer cannot be read: …".</summary>
    public static string Says(this MessageFault fault) => fault switch
    {
        MessageFault.NoHeader => "it is shorter than a DNS header",
        MessageFault.NotAnAnswer => "it is a query, not an answer",
        MessageFault.ManyQuestions => "it repeats more than one question",
        MessageFault.OtherClass => "it is not of the class IN",
        MessageFault.CutShort => "it ends too early",
        MessageFault.NameTooLong => "a name in it is too long",
        MessageFault.LabelKind => "a name in it has a reserved label type",
        MessageFault.PointerLoop => "a name in it points to itself",
        MessageFault.RecordData => "a record in it has the wrong length",
        MessageFault.TooManyRecords => "it has too many records",
        MessageFault.BadEdns => "its EDNS record is not valid",
    };
}
