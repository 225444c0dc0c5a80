using Weir.Diagnosis;
using Weir.Vocabulary;

namespace Weir.Tests.Diagnosis;

public sealed class VocabularyTests
{
    [Fact]
    public void Every_observable_has_one_row_with_a_question()
    {
        foreach (var observable in Enum.GetValues<Observable>())
        {
            var traits = observable.Traits();
            Assert.EndsWith("?", traits.Question);
            Assert.InRange(traits.Usually, 0.005, 0.995);
        }

        Assert.Equal(Enum.GetValues<Observable>().Length, ObservableCatalog.All.Count);
    }

    [Fact]
    public void Every_failure_has_a_row_with_a_meaning()
    {
        foreach (var failure in Enum.GetValues<Failure>())
        {
            var traits = failure.Traits();
            Assert.EndsWith(".", traits.Meaning);
            Assert.True(traits.Status is 0 or (>= 400 and < 600));
            Assert.Equal(failure == Failure.UpstreamError, traits.ProxyError is null);
        }
    }

    [Theory]
    [InlineData(Failure.HeadersTimeout, "headers-timeout", "http_response_timeout", 504)]
    [InlineData(Failure.ConnectDenied, "connect-denied", "proxy_configuration_error", 502)]
    [InlineData(Failure.HeadersTooLarge, "headers-too-large", "http_response_header_section_size", 502)]
    [InlineData(Failure.NoRoute, "no-route", "destination_not_found", 404)]
    [InlineData(Failure.TlsTimeout, "tls-timeout", "connection_timeout", 504)]
    public void A_failure_is_spelled_as_in_the_contract(Failure failure, string id, string error, int status)
    {
        Assert.Equal(id, failure.Id());
        Assert.Equal(error, Spelling.Snake(failure.Traits().ProxyError!.Value));
        Assert.Equal(status, failure.Traits().Status);
        Assert.Equal(failure, Spelling.FromKebab<Failure>(id));
    }
}
