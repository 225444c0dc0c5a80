namespace Weir.Probing.Dns;

/// <summary>An extended DNS error (RFC 8914): why a resolver answers as it does.</summary>
/// <param name="Code">The info-code of the registry.</param>
/// <param name="Text">The server's own words, with control characters replaced; often empty.</param>
public sealed record ExtendedError(ushort Code, string Text)
{
    /// <summary>
    /// Whether the code says that DNSSEC validation went wrong (RFC 8914 sections 4.2, 4.3, 4.6 to 4.13; 25 and 27 of
    /// the registry).
    /// </summary>
    public bool IsDnssec => Code is 1 or 2 or (>= 5 and <= 12) or 25 or 27;

    /// <summary>The code's meaning in the words of the registry.</summary>
    public string Meaning => Code switch
    {
        0 => "other error",
        1 => "unsupported DNSKEY algorithm",
        2 => "unsupported DS digest type",
        3 => "stale answer",
        4 => "forged answer",
        5 => "DNSSEC indeterminate",
        6 => "DNSSEC bogus",
        7 => "signature expired",
        8 => "signature not yet valid",
        9 => "DNSKEY missing",
        10 => "RRSIGs missing",
        11 => "no zone key bit set",
        12 => "NSEC missing",
        13 => "cached error",
        14 => "not ready",
        15 => "blocked",
        16 => "censored",
        17 => "filtered",
        18 => "prohibited",
        19 => "stale NXDOMAIN answer",
        20 => "not authoritative",
        21 => "not supported",
        22 => "no reachable authority",
        23 => "network error",
        24 => "invalid data",
        25 => "signature expired before valid",
        27 => "unsupported NSEC3 iterations value",
        _ => "unknown extended error",
    };

    /// <summary>For people: <c>EDE 7 (signature expired): text</c>.</summary>
    public override string ToString()
        => Text.Length == 0 ? $"EDE {Code} ({Meaning})" : $"EDE {Code} ({Meaning}): {Text}";
}
