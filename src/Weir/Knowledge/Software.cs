namespace Weir.Knowledge;

/// <summary>Whose configuration or command a remedy speaks of; the heading of a section in a cause's file.</summary>
public enum Software
{
#pragma warning disable CS1591 // Product names.
    Any,
    Nginx,
    Haproxy,
    Apache,
    Caddy,
    Envoy,
    Traefik,
    PhpFpm,
    Gunicorn,
    Uwsgi,
    Node,
    Systemd,
    Iptables,
    Linux,
    Docker,
    Kubernetes,
    Postgresql,
    Mysql,
    Cdn,
#pragma warning restore CS1591
}
