using Weir.Vocabulary;

namespace Weir.Probing.Answers;

/// <summary>What an answer itself says went wrong.</summary>
internal static class Named
{
    /// <summary>
    /// The failures named by Proxy-Status, else by the words of the writer's page. A hop nearer the application saw
    /// more
    /// than one further out, so the first member that names an error counts.
    /// </summary>
    public static (IReadOnlyList<Failure> Means, string? Words) By(PageView view, Fingerprint writer)
    {
        var status = ProxyStatusField.Read(view.Values(ProxyStatusField.FieldName));
        if (status.Members.FirstOrDefault(member => member.Possible.Count > 0) is { } member)
        {
            return (member.Possible, $"Proxy-Status: {member}");
        }

        return writer.Says.FirstOrDefault(saying => view.Has(saying.Sign)) is { } said
            ? (said.Means, view.Quote(said.Sign))
            : ([], null);
    }

    /// <summary>Whether the hop nearest the visitor says in Proxy-Status that it received this error.</summary>
    public static bool PassedOnByStatus(this PageView view)
        => ProxyStatusField.Read(view.Values(ProxyStatusField.FieldName)).Members is [.., { Error: null } last]
            && last.ReceivedStatus == view.Status;
}
