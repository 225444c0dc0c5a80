using System.Net;

namespace Weir.Probing.Local;

/// <summary>A row of the ARP table: who answers to an address on the link (RFC 826).</summary>
/// <param name="Address">The IPv4 address.</param>
/// <param name="Hardware">The hardware address; all zeros where nobody answered.</param>
/// <param name="Device">The interface.</param>
/// <param name="Complete">Somebody answered to it; what then filters IP packets cannot hide that.</param>
public sealed record Neighbour(IPAddress Address, string Hardware, string Device, bool Complete);
