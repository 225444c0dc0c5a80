namespace Weir.Configurations;

/// <summary>How an upstream is named.</summary>
public enum TargetKind
{
    /// <summary>By a group of the configuration.</summary>
    Group,

    /// <summary>By a host, name or literal, and a port. A name is resolved when the gateway starts.</summary>
    Address,

    /// <summary>By the path of a unix socket.</summary>
    Unix,

    /// <summary>By variables: a name in it is resolved for each request, and only with a resolver.</summary>
    Variable,
}
