namespace Weir.Configurations;

/// <summary>A field that the gateway sets in requests to an upstream, or a parameter of FastCGI, uwsgi and
/// SCGI.</summary>
/// <param name="Name">Its name as written.</param>
/// <param name="Value">Its value as written, variables not replaced; empty when the field is not sent.</param>
/// <param name="At">Where it stands.</param>
public sealed record HopHeader(string Name, string Value, SourceLine At);
