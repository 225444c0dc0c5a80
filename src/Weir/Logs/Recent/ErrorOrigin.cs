namespace Weir.Logs.Recent;

/// <summary>Who made an error that a visitor got.</summary>
public enum ErrorOrigin
{
    /// <summary>The logs do not tell.</summary>
    Unknown,

    /// <summary>The gateway itself.</summary>
    Gateway,

    /// <summary>The server behind it; the gateway passed it on.</summary>
    Upstream,
}
