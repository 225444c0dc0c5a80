using System.Text;

namespace Weir.Probing.Upstream;

/// <summary>
/// Takes the records of a FastCGI answer apart as they come (FastCGI 1.0, section 3.3): the standard output is an
/// answer in the manner of CGI, which is given on as HTTP/1.1.
/// </summary>
internal sealed class FastCgiRecords : IDisposable
{
    private const int HeaderBytes = 8;
    private const byte EndRequest = 3;
    private const byte StandardOutput = 6;
    private const byte StandardError = 7;

    /// <summary>A longer CGI head than this is given on as it is; the reader of heads refuses it.</summary>
    private const int MaxHead = 256 * 1024;

    /// <summary>Bytes of the standard error that are kept.</summary>
    private const int MaxErrors = 4096;

    private readonly byte[] header = new byte[HeaderBytes];
    private readonly MemoryStream head = new();
    private readonly StringBuilder errors = new();
    private int headerLength;
    private int content;
    private int padding;
    private bool headDone;

    /// <summary>Bytes of HTTP that are ready to be read.</summary>
    public MemoryStream Ready { get; } = new();

    /// <summary>The answer came to its end.</summary>
    public bool Ended { get; private set; }

    /// <summary>What came is no FastCGI.</summary>
    public bool IsForeign { get; private set; }

    /// <summary>The start of what was written to the standard error.</summary>
    public string Errors => errors.ToString();

    /// <inheritdoc/>
    public void Dispose()
    {
        head.Dispose();
        Ready.Dispose();
    }

    /// <summary>Takes what was received.</summary>
    public void Take(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty && !Ended)
        {
            bytes = IsForeign ? Pass(bytes) : headerLength < HeaderBytes ? TakeHeader(bytes) : TakeContent(bytes);
        }
    }

    private ReadOnlySpan<byte> Pass(ReadOnlySpan<byte> bytes)
    {
        Ready.Write(bytes);
        return [];
    }

    private ReadOnlySpan<byte> TakeHeader(ReadOnlySpan<byte> bytes)
    {
        header[headerLength++] = bytes[0];
        if (header[0] != 1)
        {
            IsForeign = true;
            Ready.Write(header, 0, headerLength);
        }
        else if (headerLength == HeaderBytes)
        {
            content = (header[4] << 8) | header[5];
            padding = header[6];
            Finish();
        }

        return bytes[1..];
    }

    private ReadOnlySpan<byte> TakeContent(ReadOnlySpan<byte> bytes)
    {
        var step = Math.Min(bytes.Length, content > 0 ? content : padding);
        if (content > 0)
        {
            Use(bytes[..step]);
            content -= step;
        }
        else
        {
            padding -= step;
        }

        Finish();
        return bytes[step..];
    }

    private void Finish()
    {
        if (content == 0 && padding == 0)
        {
            Ended = header[1] == EndRequest;
            headerLength = 0;
        }
    }

    private void Use(ReadOnlySpan<byte> bytes)
    {
        if (header[1] == StandardError && errors.Length < MaxErrors)
        {
            errors.Append(Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, MaxErrors - errors.Length)]));
        }
        else if (header[1] == StandardOutput && headDone)
        {
            Ready.Write(bytes);
        }
        else if (header[1] == StandardOutput)
        {
            head.Write(bytes);
            TryHead();
        }
    }

    // RFC 3875 section 6.3.3: the status stands in a field of its own; without it, it is 200.
    private void TryHead()
    {
        var text = Encoding.Latin1.GetString(head.GetBuffer(), 0, (int)head.Length);
        var lf = text.IndexOf("\n\n", StringComparison.Ordinal);
        var crlf = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var end = crlf >= 0 && (lf < 0 || crlf < lf) ? crlf + 4 : lf >= 0 ? lf + 2 : -1;
        if (end < 0 && text.Length < MaxHead)
        {
            return;
        }

        var status = text[..Math.Max(end, 0)].Split('\n')
            .FirstOrDefault(line => line.StartsWith("Status:", StringComparison.OrdinalIgnoreCase));
        var line = status is null ? "200 OK" : status["Status:".Length..].Trim();
        Ready.Write(Encoding.Latin1.GetBytes($"HTTP/1.1 {line}\r\n"));
        Ready.Write(head.GetBuffer(), 0, (int)head.Length);
        headDone = true;
    }
}
