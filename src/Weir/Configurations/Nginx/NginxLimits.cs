namespace Weir.Configurations.Nginx;

/// <summary>Reads limits.</summary>
internal static class NginxLimits
{
    /// <summary>The limits of the whole gateway.</summary>
    public static GatewayLimits Of(NginxTree tree) => new()
    {
        Workers = tree.Main.Value("worker_processes") is { } workers ? NginxValue.Count(workers) : 1,
        ConnectionsPerWorker = tree.Events.Value("worker_connections") is { } connections
            ? NginxValue.Count(connections)
            : NginxDefaults.WorkerConnections,
        DescriptorsPerWorker = tree.Main.Value("worker_rlimit_nofile") is { } files ? NginxValue.Number(files) : null,
        MaxBodyBytes = MaxBody(tree.Http),
        RequestHead = Buffers(tree.Http, "large_client_header_buffers") ?? NginxDefaults.RequestHead,
    };

    /// <summary>Largest request body at a place; null for no limit.</summary>
    public static long? MaxBody(NginxScope scope)
        => (scope.Value("client_max_body_size") is { } size ? NginxValue.Size(size) : null)
            is { } written ? written == 0 ? null : written : NginxDefaults.MaxBodyBytes;

    /// <summary>A count and a size; null without such a directive, or when it has other values.</summary>
    public static BufferCount? Buffers(NginxScope scope, string name)
        => scope.Find(name) is { Arguments: [var count, var size] }
            && NginxValue.Count(count) is { } number && NginxValue.Size(size) is { } bytes
                ? new BufferCount(number, bytes)
                : null;
}
