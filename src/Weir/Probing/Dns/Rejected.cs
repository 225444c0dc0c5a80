using System.Globalization;
using Weir.Probing.Dns.Wire;

namespace Weir.Probing.Dns;

/// <summary>
/// The datagrams that came from the server's address and were no answer to the question. They are ignored while there
/// is time, as a forger could have sent them; when nothing better comes, they are what there is to tell.
/// </summary>
internal sealed class Rejected
{
    private int _others;
    private int _unreadable;
    private MessageFault _firstFault;

    /// <summary>Counts a message for another query.</summary>
    public void AddOther() => _others++;

    /// <summary>Counts bytes that cannot be read.</summary>
    public void AddUnreadable(MessageFault fault)
    {
        _firstFault = _unreadable == 0 ? fault : _firstFault;
        _unreadable++;
    }

    /// <summary>What the time-out is, now that nothing usable came.</summary>
    public Exchange AtTheEnd()
    {
        if (_unreadable > 0)
        {
            return Exchange.Failed(
                LookupOutcome.Malformed, $"what the server sent cannot be read: {_firstFault.Says()}");
        }

        var others = string.Create(CultureInfo.InvariantCulture, $"; {_others} answers to something else were ignored");
        return Exchange.Failed(LookupOutcome.Timeout, "the server did not answer" + (_others > 0 ? others : ""));
    }
}
