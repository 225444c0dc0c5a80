namespace Weir.Configurations.Nginx;

/// <summary>Reads <c>resolver</c>.</summary>
internal static class NginxResolver
{
    /// <summary>The name servers in force; null when there are none.</summary>
    public static ResolverSettings? Of(NginxScope scope)
    {
        if (scope.Find("resolver") is not { } resolver || resolver.First == "off")
        {
            return null;
        }

        var valid = NginxValue.Parameter(resolver.Arguments, "valid");
        var timeout = scope.Value("resolver_timeout");
        return new(
            [.. resolver.Arguments.Where(each => !each.Contains('='))],
            valid is null ? null : NginxValue.Time(valid),
            timeout is null ? NginxDefaults.ResolverTimeout : NginxValue.Time(timeout) ?? NginxDefaults.ResolverTimeout,
            NginxValue.Parameter(resolver.Arguments, "ipv6") != "off",
            resolver.At);
    }
}
