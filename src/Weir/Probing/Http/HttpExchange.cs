using System.Collections.Immutable;
using Weir.Http1;
using Weir.Vocabulary;

namespace Weir.Probing.Http;

/// <summary>What was seen of one request and its answer: facts only, secrets hidden.</summary>
public sealed record HttpExchange
{
    /// <summary>Where it went: <c>host:port</c>, <c>[v6]:port</c> or <c>unix:/path</c>.</summary>
    public required string Endpoint { get; init; }

    /// <summary>What was asked, with secret values hidden.</summary>
    public required HttpQuestion Asked { get; init; }

    /// <summary>Whether the connection had carried a request before.</summary>
    public bool Reused { get; init; }

    /// <summary>What went wrong on the wire; null where nothing did.</summary>
    public Failure? Failure { get; init; }

    /// <summary>The status code, 100 to 999; null where no complete head came.</summary>
    public int? Status { get; init; }

    /// <summary>The reason phrase; empty where there is none, as always in HTTP/2.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>The version of the answer, such as <c>1.1</c> or <c>2.0</c>; null without an answer.</summary>
    public Version? Version { get; init; }

    /// <summary>
    /// The fields of the answer, in order and in their original case; in HTTP/2 as the platform groups and spells them.
    /// Secrets are hidden.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; } = [];

    /// <summary>The fields after the last chunk; secrets hidden.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Trailers { get; init; } = [];

    /// <summary>The status codes of interim answers, in order (RFC 9110 section 15.2).</summary>
    public IReadOnlyList<int> Interim { get; init; } = [];

    /// <summary>The size of the final head, in bytes with its empty line; 0 in HTTP/2 or without one.</summary>
    public int HeadBytes { get; init; }

    /// <summary>The first 64 KiB of the body as text (UTF-8), chunks and content coding removed.</summary>
    public string BodyStart { get; init; } = string.Empty;

    /// <summary>The length of the body that arrived, in bytes, without chunk lines, as it was coded.</summary>
    public long BodyLength { get; init; }

    /// <summary>The length that was announced, in bytes; null where none was.</summary>
    public long? AnnouncedLength { get; init; }

    /// <summary>How the body ended.</summary>
    public BodyEnd BodyEnd { get; init; }

    /// <summary>What became of the content coding.</summary>
    public CodingState Coding { get; init; }

    /// <summary>How long each phase took.</summary>
    public required ExchangeTimings Timings { get; init; }

    /// <summary>Bytes received in all, inside TLS where there is TLS.</summary>
    public long BytesReceived { get; init; }

    /// <summary>Whether the request was written whole.</summary>
    public bool RequestSent { get; init; }

    /// <summary>Whether the answer says that the connection may be used again; false without a complete head.</summary>
    public bool KeepsConnection { get; init; }

    /// <summary>Who ended the connection, and how.</summary>
    public ConnectionEnd ConnectionEnd { get; init; }

    /// <summary>The operating system's error number where the connection broke, such as 104 (ECONNRESET).</summary>
    public int? Errno { get; init; }

    /// <summary>The number of a TLS alert that came with the answer (RFC 8446 section 6); null without one.</summary>
    public int? TlsAlert { get; init; }

    /// <summary>The error code of HTTP/2 with which the stream or the connection ended (RFC 9113 section 7).</summary>
    public long? Http2Error { get; init; }

    /// <summary>Why the head was refused; null unless it was.</summary>
    public HeadProblem? HeadProblem { get; init; }

    /// <summary>Why the chunks were refused; null unless they were.</summary>
    public ChunkProblem? ChunkProblem { get; init; }

    /// <summary>Where that problem lies, in bytes from the start of the head or of the chunked body.</summary>
    public long ProblemAt { get; init; }

    /// <summary>What was wrong but harmless, and put right.</summary>
    public Ugliness Ugly { get; init; }

    /// <summary>The first bytes, at most 256, where no complete head came; empty otherwise.</summary>
    public ImmutableArray<byte> FirstBytes { get; init; } = [];

    /// <summary>What the peer speaks instead; null where it speaks as it should.</summary>
    public WireProtocol? Speaks { get; init; }
}
