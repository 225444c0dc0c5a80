using static Weir.Diagnosis.Observable;

namespace Weir.Diagnosis;

public static partial class ObservableCatalog
{
    private static ObservableTraits[] PathRows() =>
    [
        new(OtherPortAnswers, 0.6, "Does the endpoint's host answer on other ports, with a connection or a refusal?",
            "nc -vz {host} 22 (and another port) from the gateway: any answer at all means that the host is up"),
        new(SomeAttemptsConnect, 0.04, "Do some attempts to connect get in, late, while others stay silent?",
            "for i in 1 2 3 4 5 6; do nc -vzw 8 {host} {port}; done", Correlation.AcceptQueue),
        new(FilterAnswered, 0.02, "Did an ICMP error that only a filter sends answer the attempt?",
            "tcpdump -ni any icmp while connecting to {endpoint}", Correlation.Filter),
        new(RouterAnswered, 0.03, "Did a router, not the endpoint's host, report that it cannot deliver?",
            "tcptraceroute {host} {port}"),
        new(NeighbourFailed, 0.02, "Does the endpoint's host not answer on the last link (ARP or neighbour discovery)?",
            "ip neigh show {host}: FAILED or INCOMPLETE means that no such machine answers"),
        new(RouteMissing, 0.02, "Does the machine that connects have no route to the address?", "ip route get {host}"),
        new(OtherSourceConnects, 0.2, "Does the endpoint answer another source address than this one?",
            "connect to {endpoint} from its own host, and from a second machine"),
        new(TraceReachesHost, 0.8, "Does a path trace reach the endpoint's host?", "tcptraceroute {host} {port}"),
        new(PacketsLost, 0.04, "Are packets lost on the way, on ports that do answer too?", "mtr -rwc 50 {host}"),
        new(OnlyLargePacketsVanish, 0.01, "Do large packets vanish on the way while small ones pass?",
            "ping -M do -s 1472 {host}: no answer while -s 500 answers is a hole in the path's MTU"),
        new(RoundTripSlow, 0.02, "Is the round trip alone a large part of the time-out?", "ping -c 5 {host}"),
        new(OneFamilyFails, 0.03, "Does one address family (IPv4, IPv6) fail while the other works?",
            "curl -4 {site} and curl -6 {site}"),
        new(NewConnectionsFailInBursts, 0.02, "Do new connections fail above a certain rate and pass below it?",
            "open ten connections to {endpoint} at once, then ten with a pause between them"),
        new(IdleConnectionsForgotten, 0.01,
            "Do only connections fail that were idle for long, with no close ever seen on them?",
            "hold one connection to {endpoint} idle for the suspected time, then send a request on it"),
    ];
}
