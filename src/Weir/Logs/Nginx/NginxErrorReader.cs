using System.Buffers.Text;
using System.Text;
using Weir.Logs.Lines;

namespace Weir.Logs.Nginx;

/// <summary>Reads lines of nginx's error log. Any bytes are read in time linear in their length.</summary>
public static class NginxErrorReader
{
    /// <summary>The longest line that nginx writes, in bytes (NGX_MAX_ERROR_STR); longer ones are cut.</summary>
    public const int LongestLine = 2048;

    // Twice that, since bytes may have been escaped on the way; more is no line of nginx.
    private const int MostRead = 2 * LongestLine;

    /// <summary>Reads a line, whatever prefix stands in front of it.</summary>
    /// <param name="line">The line, without its end.</param>
    /// <param name="zone">The zone of the machine that wrote it; the line has none.</param>
    /// <returns>Null where it is no line of nginx's error log.</returns>
    public static NginxErrorLine? Read(ReadOnlySpan<byte> line, TimeZoneInfo zone)
        => NginxErrorHead.TryRead(line, out var head) ? Read(head, LogTime.In(zone, head.Local)) : null;

    internal static NginxErrorLine Read(NginxErrorHead head, DateTimeOffset at)
    {
        var rest = head.Rest[..Math.Min(head.Rest.Length, MostRead)];
        var process = TakeNumber(ref rest, "#"u8) ?? 0;
        var thread = TakeNumber(ref rest, ": "u8) ?? 0;
        var connection = rest.StartsWith("*"u8) ? TakeConnection(ref rest) : null;
        var context = NginxContext.Read(Encoding.UTF8.GetString(rest));
        return new()
        {
            At = at,
            Level = head.Level,
            ProcessId = (int)Math.Min(process, int.MaxValue),
            ThreadId = (int)Math.Min(thread, int.MaxValue),
            Connection = connection,
            Message = context.Message,
            Number = context.Number,
            Action = context.Action,
            Client = context.Client,
            Server = context.Server,
            Request = context.Request,
            Subrequest = context.Subrequest,
            Upstream = context.Upstream is { Length: > 0 } upstream ? UpstreamName.Parse(upstream) : null,
            Host = context.Host,
            Referrer = context.Referrer,
            IsCut = context.IsCut,
        };
    }

    private static long? TakeConnection(ref ReadOnlySpan<byte> rest)
    {
        var after = rest[1..];
        var serial = TakeNumber(ref after, " "u8);
        if (serial is not null)
        {
            rest = after;
        }

        return serial;
    }

    private static long? TakeNumber(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> end)
    {
        if (!Utf8Parser.TryParse(rest, out long number, out var used) || number < 0 || !rest[used..].StartsWith(end))
        {
            return null;
        }

        rest = rest[(used + end.Length)..];
        return number;
    }
}
