using Weir.Probing.Answers;

namespace Weir.Tests.Probing.Answers;

public sealed class TlsPortTests
{
    [Theory]
    [InlineData("<center>The plain HTTP request was sent to HTTPS port</center>", "nginx")]
    [InlineData("Client sent an HTTP request to an HTTPS server.\n", "Go")]
    [InlineData("Reason: You're speaking plain HTTP to an SSL-enabled server port.<br />", "Apache")]
    [InlineData("<h1>Bad Request</h1>", null)]
    public void A_page_that_asks_for_TLS_is_recognised(string body, string? software)
        => Assert.Equal(software, TlsPort.SaidBy(Pages.Of(400, body)));

    [Fact]
    public void An_alert_in_place_of_an_answer_is_recognised()
    {
        Assert.True(TlsPort.IsAlert([21, 3, 1, 0, 2, 2, 70]));
        Assert.False(TlsPort.IsAlert("HTTP/1.1"u8));
        Assert.False(TlsPort.IsAlert([21]));
    }
}
