using System.Text;

namespace Weir.Http1;

/// <summary>Tells the form of a target, and checks a host with an optional port.</summary>
internal static class RequestTarget
{
    private const int LargestPort = 65_535;

    /// <summary>The form of a target, which is not empty; null where it has none.</summary>
    public static TargetForm? FormOf(ReadOnlySpan<byte> method, ReadOnlySpan<byte> target)
    {
        if (method.SequenceEqual("CONNECT"u8))
        {
            return IsHost(target, needsPort: true) ? TargetForm.Authority : null;
        }

        if (target[0] == '/')
        {
            return TargetForm.Origin;
        }

        if (target is [(byte)'*'])
        {
            return method.SequenceEqual("OPTIONS"u8) ? TargetForm.Asterisk : null;
        }

        return AuthorityOf(target) is { Length: > 0 } authority && IsHost(authority) ? TargetForm.Absolute : null;
    }

    /// <summary>Whether <paramref name="text"/> is a uri-host with an optional port (RFC 9110 section 7.2).</summary>
    public static bool IsHost(ReadOnlySpan<byte> text, bool needsPort = false)
    {
        var nameLength = text is [(byte)'[', ..] ? text.IndexOf((byte)']') + 1 : text.IndexOf((byte)':');
        if (nameLength < 0)
        {
            nameLength = text.Length;
        }

        if (nameLength == 0 || !IsName(text[..nameLength]))
        {
            return false;
        }

        var port = text[nameLength..];
        return port.IsEmpty ? !needsPort : port[0] == ':' && IsPort(port[1..], needsPort);
    }

    /// <summary>The authority of an http or https address; empty where it is neither.</summary>
    private static ReadOnlySpan<byte> AuthorityOf(ReadOnlySpan<byte> target)
    {
        var scheme = target.IndexOf("://"u8);
        if (scheme < 0
            || !(Ascii.EqualsIgnoreCase(target[..scheme], "http"u8)
                || Ascii.EqualsIgnoreCase(target[..scheme], "https"u8)))
        {
            return default;
        }

        var authority = target[(scheme + 3)..];
        var end = authority.IndexOfAny((byte)'/', (byte)'?');
        return end < 0 ? authority : authority[..end];
    }

    private static bool IsName(ReadOnlySpan<byte> name) => name[0] == '['
        ? name.Length > 2 && !name[1..^1].ContainsAnyExcept(Octets.IpLiteral)
        : !name.ContainsAnyExcept(Octets.HostName);

    // An empty port is allowed where the port is optional: "host:" (RFC 3986 section 3.2.3).
    private static bool IsPort(ReadOnlySpan<byte> digits, bool needed)
    {
        if (digits.Length > 5 || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        var port = 0;
        foreach (var digit in digits)
        {
            port = (port * 10) + (digit - '0');
        }

        return port <= LargestPort && (digits.Length > 0 || !needed);
    }
}
