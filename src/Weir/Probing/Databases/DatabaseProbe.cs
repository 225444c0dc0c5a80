using System.Buffers.Binary;
using System.Net;
using System.Text;
using Weir.Host;
using Weir.Probing.Tcp;

namespace Weir.Probing.Databases;

/// <summary>
/// Asks a database whether it takes connections, from an application's seat. Nobody logs in: PostgreSQL and MySQL say
/// that they are full before they ask who it is.
/// </summary>
public static class DatabaseProbe
{
    private const int PostgreSql = 5432;

    /// <summary>Bytes of the greeting that are read; the code stands in the first few.</summary>
    private const int GreetingBytes = 512;

    /// <summary>The ports of databases, with their names.</summary>
    public static IReadOnlyDictionary<int, string> Ports { get; } = new Dictionary<int, string>
    {
        [PostgreSql] = "PostgreSQL",
        [6432] = "PgBouncer",
        [3306] = "MySQL",
        [6379] = "Redis",
        [27017] = "MongoDB",
        [11211] = "memcached",
    };

    /// <summary>Connects and reads the greeting. What the database does never throws.</summary>
    /// <param name="seat">The application's network.</param>
    /// <param name="endpoint">The database.</param>
    /// <param name="limit">How long to wait, for the connection and again for the greeting.</param>
    /// <param name="clock">The time.</param>
    /// <param name="stop">Gives it up.</param>
    public static async Task<DatabaseAnswer> AskAsync(
        NetworkSeat seat, IPEndPoint endpoint, TimeSpan limit, TimeProvider clock, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(seat);
        ArgumentNullException.ThrowIfNull(endpoint);
        var entered = seat.Inside(() => Host.Readings.Of(
            ConnectProbe.OpenAsync(new ConnectRequest(endpoint, limit), clock, stop)));
        if (!entered.TryGet(out var connecting))
        {
            return DatabaseAnswer.Unknown;
        }

        using var opened = await connecting.ConfigureAwait(false);
        if (!opened.Attempt.Connected)
        {
            return opened.Attempt.Silent ? DatabaseAnswer.Silent : DatabaseAnswer.Refused;
        }

        using var ending = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ending.Token, stop);
        try
        {
            var stream = opened.Stream();
            await using (stream.ConfigureAwait(false))
            {
                var asks = endpoint.Port is PostgreSql or 6432 ? Startup()
                    : endpoint.Port == 6379 ? "PING\r\n"u8.ToArray()
                    : [];
                await stream.WriteAsync(asks, either.Token).ConfigureAwait(false);
                var buffer = new byte[GreetingBytes];
                var count = endpoint.Port is 27017 or 11211 ? 0
                    : await stream.ReadAsync(buffer, either.Token).ConfigureAwait(false);
                return Read(endpoint.Port, buffer.AsSpan(0, count));
            }
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return DatabaseAnswer.Silent;
        }
        catch (IOException)
        {
            return DatabaseAnswer.Unknown; // it closed without a word
        }
    }

    // PostgreSQL's ErrorResponse has the code of five letters in a field C; MySQL's error packet 0xFF a number.
    internal static DatabaseAnswer Read(int port, ReadOnlySpan<byte> greeting)
    {
        var text = Encoding.Latin1.GetString(greeting);
        return greeting switch
        {
            [] => port is 27017 or 11211 ? DatabaseAnswer.Alive : DatabaseAnswer.Unknown,
            [(byte)'E', ..] when text.Contains("C53300", StringComparison.Ordinal) => DatabaseAnswer.Full,
            [(byte)'E', ..] when text.Contains("C57P03", StringComparison.Ordinal) => DatabaseAnswer.NotReady,
            [(byte)'E' or (byte)'R', ..] => DatabaseAnswer.Alive,
            [_, _, _, _, 0xFF, 0x10, 0x04, ..] => DatabaseAnswer.Full, // 1040
            [_, _, _, _, 10, ..] => DatabaseAnswer.Alive,
            [(byte)'+', ..] => DatabaseAnswer.Alive,
            [(byte)'-', ..] => text.Contains("max number of clients", StringComparison.Ordinal)
                ? DatabaseAnswer.Full : DatabaseAnswer.Alive,
            _ => DatabaseAnswer.Unknown,
        };
    }

    // Protocol 3.0: length, version, pairs of strings, an empty one.
    private static byte[] Startup()
    {
        var pairs = "user\0weir\0database\0weir\0\0"u8;
        var message = new byte[8 + pairs.Length];
        BinaryPrimitives.WriteInt32BigEndian(message, message.Length);
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(4), 3 << 16);
        pairs.CopyTo(message.AsSpan(8));
        return message;
    }
}
