using Weir.Diagnosis;
using Weir.Vocabulary;
using static Weir.Logs.PhraseTable;

namespace Weir.Logs.Nginx;

public static partial class NginxPhrases
{
    // The resolver's own code stands where an errno would: RFC 1035 section 4.1.1 (RCODE), and 110 for silence.
    private const string Unresolved = "… could not be resolved (";

    private static Phrase[] NameRows() =>
    [
        Fails(Unresolved, Failure.NameNotFound, "The name server says that the server's name does not exist.")
            with { Numbers = [3] },
        Fails(Unresolved, Failure.NameTimeout, "No name server answered within resolver_timeout.",
            Observable.NameServersSilent) with { Numbers = [Errno.TimedOut] },
        Fails(Unresolved, Failure.NameServerFailed, "The name server failed, refused or did not understand.")
            with { Numbers = [1, 2, 4, 5] },
        Fails(Unresolved, Failure.NameServerFailed, "The server's name could not be resolved."),
        Fails("no resolver defined to resolve", Failure.GatewayFault, "proxy_pass has a variable, and nginx was given "
            + "no resolver to look the name up with."),
        Fails("host not found in upstream", Failure.NameNotFound, "nginx looks names up once, when it starts or "
            + "reloads; this one did not exist then, so the configuration was refused."),
        Tells("… failed (", "nginx's name server cannot be reached.", Observable.NameServersSilent)
            with { Numbers = [Errno.ConnectionRefused], During = [NginxAction.Resolving] },
        Fails("no port in upstream", Failure.GatewayFault, "proxy_pass lacks a port."),
        Fails("invalid URL prefix in", Failure.GatewayFault, "proxy_pass got no http:// or https:// from its "
            + "variable."),
    ];
}
