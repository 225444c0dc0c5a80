namespace Weir.Probing.Http;

/// <summary>What the next bytes of an answer belong to.</summary>
internal enum AnswerStage
{
    /// <summary>A head, interim or final.</summary>
    Head,

    /// <summary>The body.</summary>
    Body,

    /// <summary>Nothing: the answer is whole.</summary>
    Complete,

    /// <summary>Nothing: the head or its framing was refused.</summary>
    HeadRefused,

    /// <summary>Nothing: the chunks were refused.</summary>
    BodyRefused,

    /// <summary>Nothing: the body is longer than is read.</summary>
    LimitReached,
}
