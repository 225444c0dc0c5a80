namespace Weir.Probing.Tls;

/// <summary>
/// Reads along with the handshake: the platform hides the number of an alert, and what a peer said that does not
/// speak TLS. Follows the record layer of RFC 8446 section 5.1; needs a few bytes of memory, whatever comes.
/// </summary>
internal sealed class RecordWatch
{
    private const int HeaderLength = 5;
    private const byte ChangeCipherSpec = 20;
    private const byte AlertType = 21;
    private const byte ApplicationData = 23;
    private const byte MajorVersion = 3;
    private const byte FatalLevel = 2;
    private const int ClearAlertLength = 2;

    private readonly byte[] _first = new byte[TlsLimits.PlainTextBytes];
    private readonly byte[] _header = new byte[HeaderLength];
    private readonly byte[] _alert = new byte[ClearAlertLength];
    private int _firstLength;
    private int _headerLength;
    private int _alertLength;
    private int _left;

    /// <summary>The last alert that came in clear.</summary>
    public TlsAlert? Alert { get; private set; }

    /// <summary>Whether the first byte, and the version byte where it came, are those of a TLS record.</summary>
    public bool LooksLikeTls => _firstLength == 0
        || (_first[0] is >= ChangeCipherSpec and <= ApplicationData && (_firstLength < 2 || _first[1] == MajorVersion));

    /// <summary>The first bytes received.</summary>
    public ReadOnlySpan<byte> First => _first.AsSpan(0, _firstLength);

    /// <summary>Takes the next bytes from the peer.</summary>
    public void Observe(ReadOnlySpan<byte> bytes)
    {
        var keep = bytes[..Math.Min(bytes.Length, _first.Length - _firstLength)];
        keep.CopyTo(_first.AsSpan(_firstLength));
        _firstLength += keep.Length;
        while (LooksLikeTls && !bytes.IsEmpty)
        {
            bytes = _left > 0 ? Body(bytes) : Header(bytes);
        }
    }

    private ReadOnlySpan<byte> Header(ReadOnlySpan<byte> bytes)
    {
        _header[_headerLength++] = bytes[0];
        if (_headerLength == HeaderLength)
        {
            _headerLength = 0;
            _alertLength = 0;
            _left = (_header[3] << 8) | _header[4];
        }

        return bytes[1..];
    }

    private ReadOnlySpan<byte> Body(ReadOnlySpan<byte> bytes)
    {
        var part = bytes[..Math.Min(_left, bytes.Length)];
        var length = (_header[3] << 8) | _header[4];
        if (_header[0] == AlertType && length == ClearAlertLength) // an encrypted one is longer
        {
            part.CopyTo(_alert.AsSpan(_alertLength));
            _alertLength += part.Length;
            Alert = _alertLength == ClearAlertLength ? new(_alert[1], _alert[0] == FatalLevel) : Alert;
        }

        _left -= part.Length;
        return bytes[part.Length..];
    }
}
