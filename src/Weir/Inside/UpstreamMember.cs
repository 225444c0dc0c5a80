using System.Net;
using Weir.Configurations;

namespace Weir.Inside;

/// <summary>A server behind the gateway that a request may go to.</summary>
/// <param name="Name">As the configuration writes it: the NAME of the hop.</param>
/// <param name="Host">The name or literal; null for a unix socket.</param>
/// <param name="Port">The port; 0 for a unix socket.</param>
/// <param name="UnixPath">The socket's path as the gateway sees it; null for TCP.</param>
public sealed record UpstreamMember(string Name, string? Host, int Port, string? UnixPath)
{
    /// <summary>A group of many members is one service; not all of them are asked.</summary>
    public const int Most = 8;

    /// <summary>Its name is asked of the gateway's own resolver while it runs, not of the system's at its
    /// start.</summary>
    public bool IsResolvedWhileRunning { get; init; }

    /// <summary>The address, where no name has to be looked up.</summary>
    public IPAddress? Literal => IPAddress.TryParse(Host, out var address) ? address : null;

    /// <summary>The servers that a choice leads to, those that are switched off left out.</summary>
    public static IReadOnlyList<UpstreamMember> Of(GatewayModel model, RouteChoice choice)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(choice);
        return choice.Target switch
        {
            { Kind: TargetKind.Group } group => [.. model.Groups.Where(each => each.Name == group.Text)
                .SelectMany(each => each.Servers).Where(each => !each.IsDown).Take(Most).Select(OfServer)],
            { Kind: TargetKind.Unix } unix => [new($"unix:{unix.Text}", null, 0, unix.Text)],
            { Host: { } host, Port: { } port } => [new(NameOf(host, port), host, port, null)
            {
                IsResolvedWhileRunning = choice.Action is PassAction { Hop.Variables.Count: > 0 },
            }],
            _ => [],
        };
    }

    /// <summary>One that a person names: <c>host:port</c>, <c>[v6]:port</c> or <c>unix:/path</c>; null where it is
    /// none.</summary>
    public static UpstreamMember? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.StartsWith("unix:/", StringComparison.Ordinal))
        {
            return new(text, null, 0, text["unix:".Length..]);
        }

        var colon = text.LastIndexOf(':');
        var host = colon > 0 ? text[..colon].Trim('[', ']') : "";
        return host.Length > 0 && ushort.TryParse(text.AsSpan(colon + 1), System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture, out var port) && port > 0
                ? new(NameOf(host, port), host, port, null)
                : null;
    }

    private static UpstreamMember OfServer(UpstreamServer server) => server.UnixPath is { } path
        ? new($"unix:{path}", null, 0, path)
        : new(NameOf(server.Host!, server.Port!.Value), server.Host, server.Port.Value, null)
        {
            IsResolvedWhileRunning = server.IsResolvedAgain,
        };

    private static string NameOf(string host, int port) => host.Contains(':') ? $"[{host}]:{port}" : $"{host}:{port}";
}
