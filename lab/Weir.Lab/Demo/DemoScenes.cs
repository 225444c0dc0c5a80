using Weir.Vocabulary;

namespace Weir.Lab.Demo;

/// <summary>Every scene of the demonstration, in the order of a request's way.</summary>
public static partial class DemoScenes
{
    /// <summary>The scenes.</summary>
    public static IReadOnlyList<DemoScene> All { get; } =
        [.. NameScenes(), .. ConnectScenes(), .. TlsScenes(), .. HeadScenes(), .. BodyScenes(), .. VisitorScenes()];

    /// <summary>The failures that cannot be shown so, each with what it needs.</summary>
    public static IReadOnlyList<(Failure Failure, string Needs)> NotShown { get; } =
    [
        (Failure.ConnectUnreachable, "a route that leads nowhere: a network namespace, and root"),
        (Failure.ConnectProhibited, "a firewall that answers: root"),
        (Failure.ConnectExhausted, "a gateway without a free port or descriptor"),
        (Failure.ConnectDenied, "a gateway that may not open its upstream's socket"),
        (Failure.NoRoute, "a gateway without a route"),
        (Failure.NoHealthyUpstream, "a gateway whose servers are all down"),
        (Failure.LimitReached, "a gateway at its limit"),
        (Failure.StaleConnection, "a gateway that reuses connections"),
        (Failure.StreamRefused, "a gateway that speaks HTTP/2 with its upstream"),
        (Failure.UpgradeFailed, "a gateway that passes on an upgrade"),
        (Failure.WriteTimeout, "a gateway with a body to send"),
        (Failure.GatewayFault, "a gateway with a fault of its own"),
    ];
}
