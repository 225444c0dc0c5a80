using System.Buffers;

namespace Weir.Lab.Faults;

/// <summary>What is remembered of a connection while it lives and after.</summary>
internal sealed class ConnectionRecord(int number, Action changed)
{
    private readonly Lock _gate = new();
    private readonly ArrayBufferWriter<byte> _first = new();
    private int _requests;
    private long _bytesIn;
    private ConnectionEnd _end;
    private string _detail = "";

    public int Number => number;

    public bool IsOver
    {
        get
        {
            lock (_gate)
                return _end != ConnectionEnd.Open;
        }
    }

    public void Received(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            _bytesIn += bytes.Length;
            _first.Write(bytes[..Math.Min(bytes.Length, FaultLimits.KeptFirstBytes - _first.WrittenCount)]);
        }

        changed();
    }

    public void RequestReceived()
    {
        lock (_gate)
            _requests++;
    }

    /// <summary>The first end is the true one: what follows it are its echoes.</summary>
    public void Finish(ConnectionEnd end, string detail = "")
    {
        lock (_gate)
        {
            if (_end != ConnectionEnd.Open)
                return;
            (_end, _detail) = (end, detail);
        }

        changed();
    }

    public ReceivedConnection Snapshot()
    {
        lock (_gate)
            return new(number, _requests, _bytesIn, _first.WrittenSpan.ToArray(), _end, _detail);
    }
}
