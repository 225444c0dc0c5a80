using Weir.Diagnosis;
using Weir.Vocabulary;
using static Weir.Logs.PhraseTable;

namespace Weir.Logs.Nginx;

public static partial class NginxPhrases
{
    private static Phrase[] LimitRows() =>
    [
        Fails("no live upstreams", Failure.NoHealthyUpstream, "Every server of the group is marked down or at its "
            + "max_conns, so none was tried. The failures before this line are the reason.", Observable.AllMembersDown),
        Tells("upstream server temporarily disabled", "The server failed max_fails times and is left out for "
            + "fail_timeout."),
        Fails("… does not have any active Endpoint", Failure.NoHealthyUpstream, "The Kubernetes service has no pod "
            + "that is ready.", Observable.AllMembersDown),
        Fails("… no peer was returned", Failure.NoHealthyUpstream, "The Kubernetes service has no pod that is ready.",
            Observable.AllMembersDown),
        Tells("… worker_connections are not enough, reusing connections", "nginx is close to worker_connections and "
            + "closes idle connections.", Observable.GatewayLimitReached),
        Fails("… worker_connections are not enough", Failure.LimitReached, "nginx has as many connections as "
            + "worker_connections allows; visitors and servers share them.", Observable.GatewayLimitReached),
        Fails("accept", Failure.LimitReached, "nginx has no file descriptor left to take a visitor's connection.",
            Observable.GatewayLimitReached) with { Numbers = [Errno.TooManyFiles, Errno.TooManyFilesInSystem] },
        Tells("… failed (", "nginx has no file descriptor left.", Observable.GatewayLimitReached)
            with { Numbers = [Errno.TooManyFiles, Errno.TooManyFilesInSystem] },
        Passes("limiting requests, dry run", "limit_req would have refused this request, and was told only to count."),
        Passes("limiting connections, dry run", "limit_conn would have refused this request, and was told only to "
            + "count."),
        Passes("delaying request", "limit_req made the request wait for a moment."),
        Fails("limiting requests", Failure.LimitReached, "limit_req refused the request on purpose: this visitor asks "
            + "too fast."),
        Fails("limiting connections", Failure.LimitReached, "limit_conn refused the request on purpose: too many at "
            + "once."),
    ];

    private static Phrase[] GatewayRows() =>
    [
        Fails("worker process … exited on signal", Failure.GatewayFault, "A worker of nginx itself died; its visitors "
            + "got no answer."),
        Fails("rewrite or internal redirection cycle", Failure.GatewayFault, "The configuration sends the request "
            + "round and round inside nginx."),
        Fails("… failed (", Failure.GatewayFault, "The disk of nginx's machine is full.") with { Numbers =
            [Errno.NoSpace] },
        Fails("… alloc", Failure.GatewayFault, "nginx got no memory.") with { Numbers = [Errno.OutOfMemory] },
        Fails("bind() to", Failure.GatewayFault, "The port is taken by another program, so nginx did not start.")
            with { Numbers = [Errno.AddressInUse] },
        Passes("… is buffered to a temporary file", "A large body went over the disk; it only costs time."),
    ];
}
