namespace Weir.Probing.Answers;

/// <summary>An answer as it came, for the question who wrote it.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Reason">The reason phrase; empty on HTTP/2 and later, which have none.</param>
/// <param name="Fields">The header fields in the order received, names as spelt by the sender.</param>
/// <param name="Body">The begin of the body as text, decoded; 16 KiB are looked at.</param>
/// <param name="BodyLength">The length of the whole body in bytes, after the transfer coding is removed.</param>
public sealed record AnsweredPage(
    int Status, string Reason, IReadOnlyList<KeyValuePair<string, string>> Fields, string Body, long BodyLength);
