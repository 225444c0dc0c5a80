namespace Weir.Logs.Nginx;

/// <summary>
/// What nginx (OpenResty, Tengine, ingress-nginx) writes to its error log. One file a subject; particular rows stand
/// before general ones.
/// </summary>
public static partial class NginxPhrases
{
    /// <summary>The whole table.</summary>
    public static PhraseTable Table { get; } = new(
    [
        .. StderrRows(), .. ConnectRows(), .. TimeRows(), .. NameRows(), .. TlsRows(), .. AnswerRows(),
        .. FastCgiRows(), .. EndRows(), .. LimitRows(), .. GatewayRows(), .. VisitorRows(),
    ]);
}
