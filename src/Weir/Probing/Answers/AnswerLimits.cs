namespace Weir.Probing.Answers;

/// <summary>How much of a hostile answer is looked at.</summary>
internal static class AnswerLimits
{
    /// <summary>Characters of the body searched for marks. Error pages of gateways are under 10 KiB.</summary>
    public const int Body = 16 * 1024;

    /// <summary>Header fields looked at; more are ignored. Real answers have under 60.</summary>
    public const int Fields = 200;

    /// <summary>Characters of one field value looked at.</summary>
    public const int FieldValue = 4 * 1024;

    /// <summary>Characters quoted from an answer: one line of a report.</summary>
    public const int Quote = 160;

    /// <summary>Characters of a version: <c>1.24.0</c>, <c>2.4.62-1+deb12u1</c>.</summary>
    public const int Version = 24;

    /// <summary>Characters of Proxy-Status over all its lines. RFC 9651 asks that 1024 members be accepted; a path
    /// of hops is short, and whoever sends more describes no path.</summary>
    public const int ProxyStatus = 16 * 1024;

    /// <summary>Hops told of at most: more than any path has, few enough to print.</summary>
    public const int Hops = 32;
}
