namespace Weir.Lab.Faults;

public sealed partial class Script
{
    /// <summary>By any question about the request.</summary>
    public static Script When(Func<ReceivedRequest, bool> question, Script then, Script otherwise)
        => new(turn => turn.Request is { } request
            ? (question(request) ? then : otherwise).Choose(turn)
            : null);

    /// <summary>By the path, query aside.</summary>
    public static Script WhenPath(string path, Script then, Script otherwise)
        => When(request => request.Path == path, then, otherwise);

    /// <summary>By the presence of a header field.</summary>
    public static Script WhenHeader(string name, Script then, Script otherwise)
        => When(request => request.Header(name) is not null, then, otherwise);

    /// <summary>By the presence of a cookie.</summary>
    public static Script WhenCookie(string name, Script then, Script otherwise)
        => When(request => request.HasCookie(name), then, otherwise);

    /// <summary>By the size of all cookies together, in bytes.</summary>
    public static Script WhenCookiesExceed(int bytes, Script then, Script otherwise)
        => When(request => request.CookieBytes > bytes, then, otherwise);

    /// <summary>By a part of the User-Agent, in any case.</summary>
    public static Script WhenUserAgent(string part, Script then, Script otherwise)
        => When(Names(part), then, otherwise);

    private static Func<ReceivedRequest, bool> Names(string part)
        => request => request.Header("User-Agent")?.Contains(part, StringComparison.OrdinalIgnoreCase) ?? false;
}
