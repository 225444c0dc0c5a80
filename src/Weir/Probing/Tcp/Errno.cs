namespace Weir.Probing.Tcp;

/// <summary>
/// The error numbers that opening a connection can end with, in Linux's numbering on every platform, so that records
/// made elsewhere compare equal. Names are those of POSIX and of <c>errno(3)</c>.
/// </summary>
public static class Errno
{
#pragma warning disable CS1591 // The names are the system's own; errno(3) and connect(2) tell their meaning.
    public const int EPERM = 1;
    public const int ENOENT = 2;
    public const int EINTR = 4;
    public const int EAGAIN = 11;
    public const int ENOMEM = 12;
    public const int EACCES = 13;
    public const int ENOTDIR = 20;
    public const int EINVAL = 22;
    public const int ENFILE = 23;
    public const int EMFILE = 24;
    public const int EPIPE = 32;
    public const int ENAMETOOLONG = 36;
    public const int ELOOP = 40;
    public const int ENONET = 64;
    public const int EPROTO = 71;
    public const int EMSGSIZE = 90;
    public const int EPROTOTYPE = 91;
    public const int ENOPROTOOPT = 92;
    public const int EPROTONOSUPPORT = 93;
    public const int EOPNOTSUPP = 95;
    public const int EAFNOSUPPORT = 97;
    public const int EADDRINUSE = 98;
    public const int EADDRNOTAVAIL = 99;
    public const int ENETDOWN = 100;
    public const int ENETUNREACH = 101;
    public const int ENETRESET = 102;
    public const int ECONNABORTED = 103;
    public const int ECONNRESET = 104;
    public const int ENOBUFS = 105;
    public const int ETIMEDOUT = 110;
    public const int ECONNREFUSED = 111;
    public const int EHOSTDOWN = 112;
    public const int EHOSTUNREACH = 113;
    public const int EALREADY = 114;
    public const int EINPROGRESS = 115;
#pragma warning restore CS1591

    private static readonly Dictionary<int, string> Names = typeof(Errno).GetFields()
        .Where(field => field.IsLiteral)
        .ToDictionary(field => (int)field.GetRawConstantValue()!, field => field.Name);

    /// <summary>Every number of this list.</summary>
    internal static IReadOnlyCollection<int> All => Names.Keys;

    /// <summary>
    /// The symbolic name of <paramref name="errno"/>: <c>ECONNREFUSED</c> of 111, <c>errno 200</c> of others.
    /// </summary>
    public static string NameOf(int errno) => Names.TryGetValue(errno, out var name) ? name : $"errno {errno}";
}
