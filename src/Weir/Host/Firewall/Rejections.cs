namespace Weir.Host.Firewall;

/// <summary>The names of rejections in <c>iptables-save</c> and in nft's JSON.</summary>
internal static class Rejections
{
    private static readonly Dictionary<string, Rejection> Names = new(StringComparer.Ordinal)
    {
        ["tcp-reset"] = Rejection.TcpReset,
        ["tcp reset"] = Rejection.TcpReset,
        ["icmp-port-unreachable"] = Rejection.PortUnreachable,
        ["icmp6-port-unreachable"] = Rejection.PortUnreachable,
        ["port-unreachable"] = Rejection.PortUnreachable,
        ["icmp-net-unreachable"] = Rejection.NetworkUnreachable,
        ["net-unreachable"] = Rejection.NetworkUnreachable,
        ["icmp-host-unreachable"] = Rejection.HostUnreachable,
        ["icmp6-addr-unreachable"] = Rejection.HostUnreachable,
        ["host-unreachable"] = Rejection.HostUnreachable,
        ["addr-unreachable"] = Rejection.HostUnreachable,
        ["icmp-proto-unreachable"] = Rejection.ProtocolUnreachable,
        ["prot-unreachable"] = Rejection.ProtocolUnreachable,
        ["icmp-net-prohibited"] = Rejection.NetworkProhibited,
        ["net-prohibited"] = Rejection.NetworkProhibited,
        ["icmp-host-prohibited"] = Rejection.HostProhibited,
        ["host-prohibited"] = Rejection.HostProhibited,
        ["icmp-admin-prohibited"] = Rejection.AdministrativelyProhibited,
        ["icmp6-adm-prohibited"] = Rejection.AdministrativelyProhibited,
        ["admin-prohibited"] = Rejection.AdministrativelyProhibited,
        ["icmp6-no-route"] = Rejection.NoRoute,
        ["no-route"] = Rejection.NoRoute,
        ["icmp6-policy-fail"] = Rejection.Policy,
        ["icmp6-reject-route"] = Rejection.Policy,
        ["policy-fail"] = Rejection.Policy,
        ["reject-route"] = Rejection.Policy,
    };

    /// <summary>The rejection of a name; null for one of a later kernel.</summary>
    public static Rejection? Of(string name) => Names.TryGetValue(name, out var kind) ? kind : null;
}
