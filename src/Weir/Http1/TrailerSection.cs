namespace Weir.Http1;

/// <summary>The fields after the last chunk (RFC 9112 section 7.1.2): a section without a start line.</summary>
public sealed class TrailerSection : MessageSection
{
    /// <summary>A reader of trailers.</summary>
    /// <param name="limits">How much is accepted.</param>
    /// <param name="strict">True in requests: what is merely ugly is refused too.</param>
    public TrailerSection(HeadLimits limits, bool strict)
        : base(limits, strict) => SkipStart();

    private protected override bool AcceptStart(ReadOnlySpan<byte> line, int start) => true;

    private protected override bool ReadStart(ReadOnlySpan<byte> line, int start) => true;

    private protected override void Forget() => SkipStart();
}
