using System.Globalization;

namespace Weir.Host.Firewall;

/// <summary>Ports from one to another, both included.</summary>
/// <param name="First">The lowest.</param>
/// <param name="Last">The highest.</param>
public sealed record PortSpan(int First, int Last)
{
    /// <summary>Every port.</summary>
    public static PortSpan All { get; } = new(0, 65535);

    /// <summary>Whether a port is one of them.</summary>
    public bool Holds(int port) => port >= First && port <= Last;

    /// <summary>
    /// Reads <c>80</c>, <c>80:90</c>, <c>:90</c> or <c>80:</c> as iptables prints them; null for anything else.
    /// </summary>
    public static PortSpan? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var cells = text.Split(':');
        return cells.Length > 2 || Number(cells[0], 0) is not { } first
            || Number(cells[^1], cells.Length == 1 ? first : 65535) is not { } last ? null
            : cells is [""] ? null
            : new PortSpan(first, last);
    }

    /// <inheritdoc/>
    public override string ToString() => First == Last ? $"{First}" : $"{First}-{Last}";

    private static int? Number(string text, int otherwise)
        => text.Length == 0 ? otherwise
            : ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port
            : null;
}
