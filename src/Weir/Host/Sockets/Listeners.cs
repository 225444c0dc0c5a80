using System.Net;
using System.Net.Sockets;
using Weir.Probing.Local;

namespace Weir.Host.Sockets;

/// <summary>The TCP listeners of this machine, in the network namespace of the thread that read them.</summary>
/// <param name="Rows">One row a listening socket; several may share a port (SO_REUSEPORT).</param>
public sealed record Listeners(IReadOnlyList<TcpRow> Rows)
{
    /// <summary>Listeners kept: more than there are ports.</summary>
    private const int MaxRows = 100_000;

    /// <summary>
    /// Whether a connection to <paramref name="endpoint"/>, an address of this machine, finds a listener.
    /// </summary>
    public Hearing Hears(IPEndPoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return Rows.Select(row => FitOf(row.Local, endpoint)).DefaultIfEmpty(Hearing.No).Max();
    }

    /// <summary>The listeners that take, or may take, a connection to <paramref name="endpoint"/>.</summary>
    public IEnumerable<TcpRow> For(IPEndPoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return Rows.Where(row => FitOf(row.Local, endpoint) != Hearing.No);
    }

    /// <summary>
    /// The listeners on the port, whatever their address: one on another address than the gateway asks.
    /// </summary>
    public IEnumerable<TcpRow> OnPort(int port) => Rows.Where(row => row.Local.Port == port);

    /// <summary>Reads the tables; null where there are none (another system) or they may not be read.</summary>
    public static Listeners? Read()
    {
        using var v4 = ProcNet.Open("tcp");
        using var v6 = ProcNet.Open("tcp6");
        return v4 is null && v6 is null ? null : Parse([.. new[] { v4, v6 }.OfType<TextReader>()]);
    }

    /// <summary>Reads the tables of a network namespace; without IPv6 there is one.</summary>
    public static Reading<Listeners> Read(NetworkSeat seat)
    {
        ArgumentNullException.ThrowIfNull(seat);
        var rows = new List<TcpRow>();
        return TcpTable.Read(seat, row => Keep(rows, row)).Select(_ => new Listeners(rows));
    }

    private static void Keep(List<TcpRow> rows, TcpRow row)
    {
        if (row.Listens && rows.Count < MaxRows)
        {
            rows.Add(row);
        }
    }

    /// <summary>Reads tables row by row, keeping listeners only: a busy machine has a million other rows.</summary>
    internal static Listeners Parse(params IReadOnlyList<TextReader> tables) => new(
    [
        .. tables.SelectMany(Lines).Select(TcpTable.ParseRow).OfType<TcpRow>().Where(row => row.Listens).Take(MaxRows),
    ]);

    private static IEnumerable<string> Lines(TextReader table)
    {
        while (table.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    /// <summary>Whether a listener takes a connection to an endpoint.</summary>
    internal static Hearing FitOf(IPEndPoint listener, IPEndPoint asked)
    {
        if (listener.Port != asked.Port)
        {
            return Hearing.No;
        }

        var address = Plain(asked.Address);
        var own = Plain(listener.Address);
        return own switch
        {
            _ when own.Equals(address) => Hearing.Yes,
            _ when own.Equals(IPAddress.Any) => Same(address, AddressFamily.InterNetwork),
            _ when own.Equals(IPAddress.IPv6Any) => address.AddressFamily == AddressFamily.InterNetworkV6
                ? Hearing.Yes
                : Hearing.Perhaps,
            _ => Hearing.No,
        };
    }

    private static Hearing Same(IPAddress address, AddressFamily family)
        => address.AddressFamily == family ? Hearing.Yes : Hearing.No;

    private static IPAddress Plain(IPAddress address)
        => address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
        : address.IsIPv6LinkLocal ? new IPAddress(address.GetAddressBytes())
        : address;
}
