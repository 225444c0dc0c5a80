using Weir.Probing.Http;

namespace Weir.Tests.Probing.Http;

/// <summary>Asks a <see cref="RawServer"/> one question with short limits.</summary>
internal static class Asking
{
    public static readonly ExchangeLimits Impatient = new()
    {
        Headers = TimeSpan.FromMilliseconds(200),
        BodyPause = TimeSpan.FromMilliseconds(200),
        Recognise = TimeSpan.FromMilliseconds(100),
    };

    public static HttpQuestion Question(
        ProbeMethod method = ProbeMethod.Get, string target = "/", params (string Name, string Value)[] fields)
        => new(
            method, target, "shop.example", [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);

    public static async Task<HttpExchange> AskAsync(
        this RawServer server, HttpQuestion? question = null, ExchangeLimits? limits = null, bool reused = false)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var stream = await server.ConnectAsync(stop);
        var connection = new HttpConnection(
            stream, server.EndPoint.ToString(), TimeSpan.FromMilliseconds(1), Reused: reused);
        return await HttpExchanger.AskAsync(
            connection, question ?? Question(), limits ?? ExchangeLimits.Default, TimeProvider.System, stop);
    }

    public static async Task<HttpExchange> AskAsync(string answer, ExchangeLimits? limits = null)
    {
        await using var server = RawServer.Answering(answer);
        return await server.AskAsync(limits: limits);
    }
}
