using System.Buffers;
using Weir.Http1;

namespace Weir.Probing.Http;

/// <summary>One request as a probe sends it, without a body.</summary>
/// <param name="Method">GET or HEAD.</param>
/// <param name="Target">The request target as it goes on the wire: path and query, at least <c>/</c>.</param>
/// <param name="Host">The host with an optional port, for Host or <c>:authority</c>.</param>
/// <param name="Fields">Further fields in the order in which they are sent.</param>
public sealed record HttpQuestion(
    ProbeMethod Method, string Target, string Host, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>The method's token.</summary>
    public string MethodName => Method switch
    {
        ProbeMethod.Get => "GET",
        ProbeMethod.Head => "HEAD",
    };

    /// <summary>Why this cannot be sent as one request; null where it can.</summary>
    public RequestProblem? Problem => Write(new ArrayBufferWriter<byte>());

    /// <summary>Writes it as HTTP/1.1 (RFC 9112 section 3); on a problem nothing is written.</summary>
    internal RequestProblem? Write(IBufferWriter<byte> output)
        => RequestWriter.Write(output, MethodName, Target, Host, Fields);

    /// <summary>The same with what is secret hidden, fit to be shown and kept.</summary>
    internal HttpQuestion Masked() => this with { Target = Masking.Address(Target), Fields = Masking.Fields(Fields) };
}
