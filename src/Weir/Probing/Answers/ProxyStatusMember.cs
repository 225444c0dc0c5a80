using Weir.Vocabulary;

namespace Weir.Probing.Answers;

/// <summary>What one hop says of an answer in Proxy-Status (RFC 9209 section 2).</summary>
/// <param name="Name">The hop's own name.</param>
/// <param name="Error">The error it met; null where it met none, or one that the registry of RFC 9209 has not.</param>
/// <param name="ErrorToken">The error as written, known or not; null where it met none.</param>
/// <param name="ReceivedStatus">The status that its next hop sent (section 2.1.4).</param>
/// <param name="NextHop">The hop it sent the request to (section 2.1.2).</param>
/// <param name="NextProtocol">The protocol it spoke with it, such as <c>h2</c> (section 2.1.3).</param>
/// <param name="Details">Its own words (section 2.1.5).</param>
/// <param name="Others">Its further parameters, such as <c>rcode</c> or <c>alert-id</c>.</param>
public sealed record ProxyStatusMember(
    string Name,
    ProxyError? Error,
    string? ErrorToken,
    int? ReceivedStatus,
    string? NextHop,
    string? NextProtocol,
    string? Details,
    IReadOnlyDictionary<string, BareItem> Others)
{
    private const int FirstServerError = 500;

    /// <summary>The failures that the member can mean, in the order of the catalogue; none for a good answer.</summary>
    public IReadOnlyList<Failure> Possible => Error is { } error
        ? [.. Enum.GetValues<Failure>().Where(failure => failure.Traits().ProxyError == error)]
        : ErrorToken is null && ReceivedStatus >= FirstServerError ? [Failure.UpstreamError] : [];

    /// <summary>The member in short: name, error, received status, details.</summary>
    public override string ToString() => string.Join("; ", new[]
    {
        Name,
        ErrorToken is null ? null : $"error={ErrorToken}",
        ReceivedStatus is null ? null : $"received-status={ReceivedStatus}",
        Details is null ? null : $"details=\"{Details}\"",
    }.OfType<string>());
}
