using Weir.Probing.Http;

namespace Weir.Tests.Probing.Http;

public sealed class MaskingTests
{
    [Theory]
    [InlineData("Authorization", "Bearer abc", "Bearer [hidden, 3 bytes]")]
    [InlineData("Proxy-Authorization", "abc", "[hidden, 3 bytes]")]
    [InlineData("Cookie", "a=b; c", "a=[hidden, 1 bytes]; [hidden, 1 bytes]")]
    [InlineData("Set-Cookie", "id=abc; Secure; Path=/", "id=[hidden, 3 bytes]; Secure; Path=/")]
    [InlineData("X-Api-Key", "abc", "[hidden, 3 bytes]")]
    [InlineData("X-CSRF-Token", "abc", "[hidden, 3 bytes]")]
    [InlineData("Location", "https://u:p@x/a?b=1", "https://[hidden, 3 bytes]@x/a?b=1")]
    [InlineData("Location", "/a?b=1&access_token=abc#c", "/a?b=1&access_token=[hidden, 3 bytes]#c")]
    [InlineData("Server", "nginx", "nginx")]
    [InlineData("WWW-Authenticate", "Basic realm=x", "Basic realm=x")]
    public void A_secret_is_hidden_and_its_size_kept(string name, string value, string shown)
        => Assert.Equal(shown, Masking.Fields([KeyValuePair.Create(name, value)])[0].Value);
}
