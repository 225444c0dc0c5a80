using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Weir.Probing.Tcp;

namespace Weir.Tests.Probing.Tcp;

public sealed class ErrorQueueTests
{
    /// <summary>Captured on x86-64: a header, <c>sock_extended_err</c> of ICMP 3/13, the sender 10.213.0.2.</summary>
    private const string AdminProhibited =
        "3000000000000000" + "00000000" + "0B000000" + "71000000" + "02030D00" + "0000000000000000"
        + "02000000" + "0AD50002" + "0000000000000000";

    [Fact]
    public void A_captured_control_message_is_read()
    {
        Assert.SkipUnless(
            nint.Size == 8 && BitConverter.IsLittleEndian, "The capture is of a 64-bit little-endian machine.");

        var error = ErrorQueue.Parse(Convert.FromHexString(AdminProhibited));

        Assert.Equal((3, 13, 113), (error!.Type, error.Code, error.Errno));
        Assert.Equal(IPAddress.Parse("10.213.0.2"), error.Sender);
        Assert.True(error.Prohibits);
    }

    [Fact]
    public void Whatever_the_bytes_are_reading_ends_and_does_not_throw()
        => Check.QuickThrowOnFailure(Prop.ForAll(
            ArbMap.Default.ArbFor<byte[]>(),
            ArbMap.Default.ArbFor<byte>(),
            (bytes, length) =>
            {
                var whole = Convert.FromHexString(AdminProhibited);
                ErrorQueue.Parse(bytes);
                ErrorQueue.Parse(whole.AsSpan(0, length % (whole.Length + 1)));
                bytes.AsSpan(0, Math.Min(bytes.Length, whole.Length - 1)).CopyTo(whole.AsSpan(1));
                ErrorQueue.Parse(whole);
                return true;
            }));
}
