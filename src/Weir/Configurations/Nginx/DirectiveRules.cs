namespace Weir.Configurations.Nginx;

/// <summary>
/// Checks the shape of directives that Weir uses. A missing semicolon makes the next directive an argument, which is
/// mostly seen by their number.
/// </summary>
internal static class DirectiveRules
{
    private const int Many = int.MaxValue;

    private static readonly string[] Blocks = ["events", "http", "server", "location", "upstream", "if"];

    // Inside these the first word is not a directive but a key.
    private static readonly string[] Tables = ["map", "geo", "types", "split_clients", "charset_map", "upstream"];

    private static readonly Dictionary<string, (int Least, int Most)> Arguments = new()
    {
        ["listen"] = (1, Many),
        ["server_name"] = (1, Many),
        ["root"] = (1, 1),
        ["alias"] = (1, 1),
        ["index"] = (1, Many),
        ["return"] = (1, 2),
        ["rewrite"] = (2, 3),
        ["set"] = (2, 2),
        ["break"] = (0, 0),
        ["internal"] = (0, 0),
        ["try_files"] = (2, Many),
        ["error_page"] = (2, Many),
        ["location"] = (1, 2),
        ["proxy_pass"] = (1, 1),
        ["fastcgi_pass"] = (1, 1),
        ["uwsgi_pass"] = (1, 1),
        ["scgi_pass"] = (1, 1),
        ["grpc_pass"] = (1, 1),
        ["proxy_set_header"] = (2, 2),
        ["grpc_set_header"] = (2, 2),
        ["fastcgi_param"] = (2, 3),
        ["uwsgi_param"] = (2, 3),
        ["scgi_param"] = (2, 3),
        ["proxy_connect_timeout"] = (1, 1),
        ["proxy_read_timeout"] = (1, 1),
        ["proxy_send_timeout"] = (1, 1),
        ["fastcgi_connect_timeout"] = (1, 1),
        ["fastcgi_read_timeout"] = (1, 1),
        ["fastcgi_send_timeout"] = (1, 1),
        ["proxy_buffer_size"] = (1, 1),
        ["fastcgi_buffer_size"] = (1, 1),
        ["proxy_buffers"] = (2, 2),
        ["fastcgi_buffers"] = (2, 2),
        ["proxy_http_version"] = (1, 1),
        ["proxy_next_upstream"] = (1, Many),
        ["resolver"] = (1, Many),
        ["resolver_timeout"] = (1, 1),
        ["client_max_body_size"] = (1, 1),
        ["access_log"] = (1, Many),
        ["error_log"] = (1, 2),
        ["log_format"] = (2, Many),
        ["user"] = (1, 2),
        ["worker_processes"] = (1, 1),
        ["worker_connections"] = (1, 1),
        ["ssl_certificate"] = (1, 1),
        ["ssl_certificate_key"] = (1, 1),
        ["upstream"] = (1, 1),
        ["server"] = (0, 0),
        ["http"] = (0, 0),
        ["events"] = (0, 0),
        ["proxy_ssl_verify"] = (1, 1),
        ["proxy_ssl_server_name"] = (1, 1),
        ["proxy_intercept_errors"] = (1, 1),
        ["large_client_header_buffers"] = (2, 2),
    };

    /// <summary>Notes every directive of the wrong shape, however deep.</summary>
    public static void Check(IReadOnlyList<NginxDirective> directives, ReadBudget budget)
    {
        foreach (var each in directives)
        {
            CheckOne(each, budget);
            if (each.Block is { } block && !Tables.Contains(each.Name) && each.Name is not ("stream" or "mail"))
            {
                Check(block, budget);
            }
        }
    }

    private static void CheckOne(NginxDirective each, ReadBudget budget)
    {
        if (Blocks.Contains(each.Name) && each.Block is null)
        {
            budget.Report(ProblemKind.Syntax, $"directive \"{each.Name}\" has no opening \"{{\"", each.At);
        }
        else if (Arguments.TryGetValue(each.Name, out var count)
            && (each.Arguments.Count < count.Least || each.Arguments.Count > count.Most))
        {
            budget.Report(
                ProblemKind.Syntax,
                $"invalid number of arguments in \"{each.Name}\" directive; is a semicolon missing?", each.At);
        }
    }
}
