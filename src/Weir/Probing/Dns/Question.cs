namespace Weir.Probing.Dns;

/// <summary>What is asked of a name server, always in the class IN (RFC 1035 section 4.1.2).</summary>
/// <param name="Name">The name in presentation form, without the dot at its end; the root is <c>.</c>.</param>
/// <param name="Type">The wanted record type.</param>
public sealed record Question(string Name, RecordType Type)
{
    /// <summary>Whether both ask the same: names are compared without regard to case (RFC 4343).</summary>
    public bool IsSameAs(Question other) => Type == other.Type && DnsName.Same(Name, other.Name);

    /// <summary>For people: <c>shop.example A</c>.</summary>
    public override string ToString() => $"{Name} {Type}";
}
