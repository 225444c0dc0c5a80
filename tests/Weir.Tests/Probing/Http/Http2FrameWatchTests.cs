using Weir.Probing.Http;
using Weir.Tests.Http1;

namespace Weir.Tests.Probing.Http;

public sealed class Http2FrameWatchTests
{
    [Fact]
    public void A_refusal_is_seen_behind_other_frames_however_they_are_cut()
    {
        byte[] bytes = [.. Frames.Settings, .. Frames.Data(new string('x', 999), ends: false), .. Frames.Reset(7)];
        foreach (var size in new[] { 1, 8, 10, bytes.Length })
        {
            Assert.Equal(7, Watched(HostileBytes.Pieces(bytes, [size])).Refusal);
        }
    }

    [Fact]
    public void Other_resets_and_a_GOAWAY_after_our_stream_are_no_refusal()
        => Assert.Null(Watched([Frames.Reset(2), Frames.GoAway(1, 0)]).Refusal);

    [Fact]
    public void Hostile_bytes_do_no_harm()
        => HostileBytes.Holds(HostileBytes.Cut, sample
            => Watched([sample.Bytes]).Refusal == Watched(HostileBytes.Pieces(sample.Bytes, sample.Cuts)).Refusal);

    private static Http2FrameWatch Watched(IEnumerable<byte[]> pieces)
    {
        var watch = new Http2FrameWatch();
        foreach (var piece in pieces)
        {
            watch.Add(piece);
        }

        return watch;
    }
}
