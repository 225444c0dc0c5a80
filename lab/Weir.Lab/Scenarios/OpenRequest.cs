namespace Weir.Lab.Scenarios;

/// <summary>A request that goes on until it is disposed, whatever becomes of it.</summary>
public sealed class OpenRequest : IAsyncDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly HttpClient client = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly Task asking;

    /// <summary>Sends it.</summary>
    public OpenRequest(Uri url) => asking = client.GetAsync(url, end.Token);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync().ConfigureAwait(false);
        await asking.ContinueWith(static _ => { }, TaskScheduler.Default).ConfigureAwait(false);
        client.Dispose();
        end.Dispose();
    }
}
