using FsCheck;
using FsCheck.Fluent;
using Weir.Probing.Tls;

namespace Weir.Tests.Probing.Tls;

public sealed class RecordWatchTests
{
    private static readonly byte[] ServerHelloThenAlert = [22, 3, 3, 0, 4, 2, 0, 0, 0, 21, 3, 3, 0, 2, 2, 40];

    [Fact]
    public void An_alert_is_found_however_the_bytes_are_cut()
        => Prop.ForAll(
            Gen.Choose(1, ServerHelloThenAlert.Length).ToArbitrary(),
            size =>
            {
                var watch = new RecordWatch();
                foreach (var part in ServerHelloThenAlert.Chunk(size))
                {
                    watch.Observe(part);
                }

                return watch.LooksLikeTls && watch.Alert == new TlsAlert(40, Fatal: true);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_encrypted_alert_is_no_alert_in_clear()
    {
        var watch = new RecordWatch();
        watch.Observe([21, 3, 3, 0, 3, 2, 40, 7]);
        Assert.Null(watch.Alert);
    }

    [Fact]
    public void Any_bytes_are_read_without_an_exception()
        => Prop.ForAll<byte[]>(bytes => new RecordWatch().Observe(bytes)).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_alert_has_a_name()
        => Assert.All(
            Enumerable.Range(0, 256), number => Assert.Matches("^[a-z_0-9]+$", new TlsAlert((byte)number, null).Name));

    [Fact]
    public void What_a_peer_says_is_printed_without_escape_sequences()
    {
        Assert.Equal(".[31mred", Printable.Bytes("\u001b[31mred"u8));
        Assert.Equal("a.b", Printable.Text("a\u202eb", 10));
        Assert.Equal("ab", Printable.Text("abc", 2));
    }
}
