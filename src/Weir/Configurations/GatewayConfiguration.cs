namespace Weir.Configurations;

/// <summary>A configuration that was read: what it says, and how this kind of gateway decides with it.</summary>
/// <param name="Model">What it says.</param>
/// <param name="Choose">
/// What the gateway does with a request, as far as its configuration and its files tell. Never throws; what cannot be
/// known without the running gateway is an uncertain step of the answer.
/// </param>
public sealed record GatewayConfiguration(GatewayModel Model, Func<GatewayRequest, RouteChoice> Choose);
