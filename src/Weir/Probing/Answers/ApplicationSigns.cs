namespace Weir.Probing.Answers;

/// <summary>Fields that only an application adds: on an error page they say that the request reached it.</summary>
internal static class ApplicationSigns
{
    private static readonly string[] Fields = ["X-Powered-By", "X-Runtime", "X-AspNet-Version", "X-AspNetMvc-Version",
        "X-Drupal-Cache", "X-Generator", "X-Request-Path", "X-Debug-Token"];

    private static readonly string[] SessionCookies = ["PHPSESSID", "JSESSIONID", "ASP.NET_SessionId", "connect.sid",
        "laravel_session", "XSRF-TOKEN", "csrftoken", "sessionid", "_session", ".AspNetCore."];

    // IIS and its proxy put X-Powered-By on pages of their own.
    private static readonly string[] NotTheApplication = ["ASP.NET", "ARR/"];

    /// <summary>Whether the answer has one.</summary>
    public static bool In(PageView view)
        => Fields.Any(name => view.Values(name).Any(value => !NotTheApplication.Any(value.StartsWith)))
            || view.Values("Set-Cookie").Any(cookie => SessionCookies.Any(
                name => cookie.Split('=')[0].Contains(name, StringComparison.Ordinal)));
}
