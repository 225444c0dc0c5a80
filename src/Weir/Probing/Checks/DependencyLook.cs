using System.Net;
using System.Net.Sockets;
using Weir.Vocabulary;

namespace Weir.Probing.Checks;

/// <summary>One request to a service that the site needs.</summary>
/// <param name="Service">Its address.</param>
public sealed record DependencyLook(Target Service) : Check
{
    /// <inheritdoc/>
    public override string Name => $"the service {Service.Url}";

    /// <inheritdoc/>
    public override TimeSpan Limit => TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        var plain = context with { Options = context.Options with { Headers = [] }, Tell = static _ => { } };
        var (addresses, failure) = await AddressesAsync(stop);
        if (failure is not null)
        {
            return new DependencySeen(at, context.Clock.GetElapsedTime(began), Service, null, failure);
        }

        var endpoint = new IPEndPoint(addresses[0], Service.Port);
        var sampled = (Sampled)await new Sample(Service, endpoint, Variation.PlainTool, 0).LookAsync(plain, stop);
        return new DependencySeen(at, context.Clock.GetElapsedTime(began), Service, sampled, sampled.Failure);
    }

    private async Task<(IPAddress[] Addresses, Failure? Failure)> AddressesAsync(CancellationToken stop)
    {
        try
        {
            var addresses = await System.Net.Dns.GetHostAddressesAsync(Service.Host, stop);
            return (addresses, addresses.Length == 0 ? Failure.NameNotFound : null);
        }
        catch (SocketException error)
        {
            return ([], error.SocketErrorCode == SocketError.TryAgain ? Failure.NameTimeout : Failure.NameNotFound);
        }
    }
}

/// <summary>What a service that the site needs did.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Took">How long it took.</param>
/// <param name="Service">Its address.</param>
/// <param name="Sampled">The request; null where its name led nowhere.</param>
/// <param name="Failure">What failed; null where it answered well.</param>
public sealed record DependencySeen(
    DateTimeOffset At, TimeSpan Took, Target Service, Sampled? Sampled, Failure? Failure) : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => $"{Service.Url} "
        + (Failure is { } kind ? $"fails ({kind.Id()})" : $"answers {Sampled?.Status}")
        + $" after {Took.TotalSeconds:0.00} s";
}
