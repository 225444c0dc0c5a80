namespace Weir.Lab.Faults;

// A server that speaks HTTP/2 (RFC 9113): by prior knowledge on a plain port, or after ALPN.
public sealed partial record Reply
{
    /// <summary>
    /// An HTTP/2 server that met an HTTP/1 client: its SETTINGS at once, GOAWAY after the first bytes.
    /// </summary>
    public static Reply Http2Settings()
        => new("http2-settings", Moment.Connected, Faults.Steps.Send(Http2Frames.Settings), Faults.Steps.AwaitAnything,
            Faults.Steps.Send(Http2Frames.GoAway(lastStream: 0, Http2Frames.ProtocolError)), Faults.Steps.CloseGently);

    /// <summary>Refuses the first stream before any processing (REFUSED_STREAM, RFC 9113, 8.7).</summary>
    public static Reply Http2RefusedStream()
        => new("http2-refused-stream", Moment.Connected, Faults.Steps.Send(Http2Frames.Settings),
            Http2Steps.AnswerHeaders(stream => Http2Frames.ResetStream(stream, Http2Frames.RefusedStream)),
            Faults.Steps.Hang);

    /// <summary>Announces with GOAWAY that no stream was processed (a drain; RFC 9113, 6.8), and closes.</summary>
    public static Reply Http2GoAway()
        => new("http2-goaway", Moment.Connected, Faults.Steps.Send(Http2Frames.Settings),
            Http2Steps.AnswerHeaders(_ => Http2Frames.GoAway(lastStream: 0, Http2Frames.NoError)),
            Faults.Steps.CloseGently);
}
