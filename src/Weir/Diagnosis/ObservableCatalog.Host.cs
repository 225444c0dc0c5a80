using static Weir.Diagnosis.Observable;

namespace Weir.Diagnosis;

public static partial class ObservableCatalog
{
    private static ObservableTraits[] HostRows() =>
    [
        new(ListenerPresent, 0.9, "Does anything listen at the endpoint?",
            "ss -ltnp 'sport = :{port}' on the endpoint's host", Correlation.Listening),
        new(ListenerOnOtherPort, 0.03, "Does the application listen on another port than the one used?",
            "ss -ltnp on the endpoint's host: which port does the application hold?"),
        new(ListenerOnOtherAddress, 0.03, "Does the application listen on another address than the one used?",
            "ss -ltn 'sport = :{port}' on the endpoint's host: 127.0.0.1, ::1 or another network?"),
        new(ProcessRunning, 0.92, "Does the application's process run?",
            "systemctl status SERVICE (or docker ps -a) on the endpoint's host"),
        new(KernelSentReset, 0.05, "Did the endpoint's own kernel refuse (its counter OutRsts rose)?",
            "nstat -az TcpOutRsts on the endpoint's host before and after one attempt", Correlation.Listening),
        new(AcceptQueueFull, 0.02, "Is the accept queue of the endpoint full?",
            "ss -ltn 'sport = :{port}' on the endpoint's host: Recv-Q above Send-Q", Correlation.AcceptQueue),
        new(ListenOverflowsRising, 0.02, "Does the counter of overflowing accept queues rise?",
            "nstat -az TcpExtListenOverflows on the endpoint's host, twice", Correlation.AcceptQueue),
        new(FirewallRuleCounts, 0.02, "Does the counter of a DROP or REJECT rule rise with the attempt?",
            "iptables -L -v -n -x (or nft list ruleset) on both hosts, before and after one attempt",
            Correlation.Filter),
        new(RateLimitRuleCounts, 0.01, "Does a rule that limits new connections count?",
            "iptables -L -v -n -x | grep -E 'limit|recent|connlimit' on the endpoint's host"),
        new(ConntrackFull, 0.01, "Is the connection-tracking table full?",
            "sysctl net.netfilter.nf_conntrack_count net.netfilter.nf_conntrack_max on each host"),
        new(ProcessorSaturated, 0.05, "Has the endpoint's host no processor time left?",
            "cat /proc/pressure/cpu /proc/loadavg on the endpoint's host"),
        new(MemoryExhausted, 0.04, "Is the endpoint's host out of memory or thrashing?",
            "cat /proc/pressure/memory; free -m on the endpoint's host"),
        new(OomKillRecent, 0.01, "Did the kernel kill the application for memory?",
            "dmesg -T | grep -i 'killed process' on the endpoint's host"),
        new(DiskFull, 0.02, "Is a disk that the application writes to full, in bytes or in inodes?",
            "df -h; df -i on the endpoint's host", Correlation.Resources),
        new(UpstreamLimitUsedUp, 0.02, "Has the application used up its descriptors, threads, processes or ports?",
            "ls /proc/PID/fd | wc -l against /proc/PID/limits on the endpoint's host", Correlation.Resources),
        new(RestartCounterRising, 0.02, "Does the application's process keep dying and coming back?",
            "systemctl show SERVICE -p NRestarts, twice", Correlation.Deaths),
        new(StoppedOnPurpose, 0.04, "Was the application stopped or replaced on purpose (deploy, restart)?",
            "journalctl -u SERVICE --since -15min: SIGTERM and a clean exit, or a deploy", Correlation.Deaths),
        new(ProcessStartedJustBefore, 0.05,
            "Did the failures begin or end within a minute of a start of the application?",
            "ps -o lstart= -p PID against the time of the first failure", Correlation.Deaths),
        new(SocketForbidden, 0.01, "Do file modes, SELinux or AppArmor forbid the gateway the socket?",
            "namei -l the socket's path; ausearch -m avc -ts recent"),
    ];
}
