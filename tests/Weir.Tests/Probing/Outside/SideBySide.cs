using Told = global::Weir.Diagnosis.Diagnosis;

namespace Weir.Tests.Probing.Outside;

/// <summary>Looks that run beside each other, so that a class of tests takes little longer than its slowest.</summary>
internal sealed class SideBySide : IAsyncDisposable
{
    /// <summary>Looks at the same time: more would measure this machine's load instead of the sites.</summary>
    private const int MostAtOnce = 4;

    private readonly SemaphoreSlim _free = new(MostAtOnce);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _looks = [];

    /// <summary>Begins a look when there is room; what it throws is told by the test that waits for it.</summary>
    public Task<Told> Begin(Func<CancellationToken, Task<Told>> look)
    {
        var running = RunAsync(look);
        _looks.Add(running);
        return running;
    }

    /// <summary>Gives up what nobody waits for.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_looks).ContinueWith(static _ => { }, TaskScheduler.Default);
        _free.Dispose();
        _stop.Dispose();
    }

    private async Task<Told> RunAsync(Func<CancellationToken, Task<Told>> look)
    {
        await _free.WaitAsync(_stop.Token);
        try
        {
            return await look(_stop.Token);
        }
        finally
        {
            _free.Release();
        }
    }
}
