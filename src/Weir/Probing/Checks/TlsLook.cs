using System.Net;
using System.Security.Authentication;
using Weir.Probing.Tcp;
using Weir.Probing.Tls;

namespace Weir.Probing.Checks;

/// <summary>How a handshake is varied, to find out what it depends on.</summary>
public enum TlsVariation
{
    /// <summary>As a browser does it; also sent to a port where plain text was expected.</summary>
    Usual,

    /// <summary>Without the name (SNI), as a gateway does that was not told to send it.</summary>
    WithoutName,

    /// <summary>With TLS 1.2 only.</summary>
    OnlyTls12,

    /// <summary>With TLS 1.3 only.</summary>
    OnlyTls13,
}

/// <summary>One handshake on a connection of its own.</summary>
/// <param name="Endpoint">The address.</param>
/// <param name="Host">The name for SNI and the certificate.</param>
/// <param name="Variation">How it is varied.</param>
public sealed record TlsLook(IPEndPoint Endpoint, string Host, TlsVariation Variation) : Check
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public override string Name => $"TLS handshake with {Endpoint} ({Vocabulary.Spelling.Kebab(Variation)})";

    /// <inheritdoc/>
    public override TimeSpan Limit => Longest * 2.5;

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        using var opened = await ConnectProbe.OpenAsync(new ConnectRequest(Endpoint, Longest), context.Clock, stop);
        if (!opened.Attempt.Connected)
        {
            return new Shaken(at, context.Clock.GetElapsedTime(began), this, null);
        }

        await using var session = await TlsProbe.RunAsync(opened.Stream(), Offer(), context.Clock, stop);
        return new Shaken(at, context.Clock.GetElapsedTime(began), this, session.Handshake);
    }

    private TlsOptions Offer() => new()
    {
        Host = Host,
        SendName = Variation != TlsVariation.WithoutName,
        Limit = Longest,
        Versions = Variation switch
        {
            TlsVariation.OnlyTls12 => SslProtocols.Tls12,
            TlsVariation.OnlyTls13 => SslProtocols.Tls13,
            TlsVariation.Usual or TlsVariation.WithoutName => SslProtocols.None,
        },
    };
}

/// <summary>What a varied handshake met.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Took">How long it took.</param>
/// <param name="Look">The handshake that was wanted.</param>
/// <param name="Handshake">What was seen; null where no connection stood.</param>
public sealed record Shaken(DateTimeOffset At, TimeSpan Took, TlsLook Look, TlsHandshake? Handshake) : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => "";
}
