namespace Weir.Logs.Nginx;

/// <summary>
/// Takes the text of an error line apart: <c>MESSAGE while ACTION, client: …, server: …, request: "…" …</c>. nginx
/// writes request, host and referrer raw, so they may hold quotes and even look like further fields. The fields come in
/// a fixed order, which is what is trusted.
/// </summary>
internal ref struct NginxContext
{
    private const string ClientKey = ", client: ";
    private const string ServerKey = ", server: ";
    private const string RequestKey = ", request: \"";
    private const string SubrequestKey = ", subrequest: \"";
    private const string UpstreamKey = ", upstream: \"";
    private const string HostKey = ", host: \"";
    private const string ReferrerKey = ", referrer: \"";
    private const string While = " while ";

    private static readonly string[] AfterRequest = [SubrequestKey, UpstreamKey, HostKey, ReferrerKey];
    private static readonly string[] AfterSubrequest = [UpstreamKey, HostKey, ReferrerKey];
    private static readonly string[] AfterUpstream = [HostKey, ReferrerKey, ", bytes from/to client:"];
    private static readonly string[] AfterHost = [ReferrerKey];

    private ReadOnlySpan<char> _rest;

    public string Message { get; private set; }
    public int? Number { get; private set; }
    public string Action { get; private set; }
    public string Client { get; private set; }
    public string Server { get; private set; }
    public string Request { get; private set; }
    public string Subrequest { get; private set; }
    public string Upstream { get; private set; }
    public string Host { get; private set; }
    public string Referrer { get; private set; }
    public bool IsCut { get; private set; }

    public static NginxContext Read(ReadOnlySpan<char> text)
    {
        var context = new NginxContext { _rest = text };
        context.TakeMessage();
        context.Client = context.TakePlain(ClientKey);
        context.Server = context.TakePlain(ServerKey);
        context.Request = context.TakeRequest();
        context.Subrequest = context.TakeQuoted(SubrequestKey, AfterSubrequest);
        context.Upstream = context.TakeQuoted(UpstreamKey, AfterUpstream);
        context.Host = context.TakeQuoted(HostKey, AfterHost);
        context.Referrer = context.TakeQuoted(ReferrerKey, []);
        return context;
    }

    // What precedes the request is the last place where the context can begin: the message may quote anything.
    private void TakeMessage()
    {
        var request = _rest.IndexOf(RequestKey);
        var before = request < 0 ? _rest : _rest[..request];
        var client = before.LastIndexOf(ClientKey);
        var head = client < 0 ? WithoutResolver(before) : before[..client];
        _rest = client < 0 ? default : _rest[client..];

        var action = head.LastIndexOf(While);
        Action = action < 0 ? "" : head[(action + While.Length)..].ToString();
        head = action < 0 ? head : head[..action];
        Message = head.ToString();
        Number = NumberIn(head);
    }

    // "send() failed (111: Connection refused) while resolving, resolver: 127.0.0.1:53" is about no visitor.
    private static ReadOnlySpan<char> WithoutResolver(ReadOnlySpan<char> head)
    {
        var resolver = head.LastIndexOf(", resolver: ");
        return resolver < 0 ? head : head[..resolver];
    }

    // The last "(N:", since what stands before it may be quoted from anywhere.
    private static int? NumberIn(ReadOnlySpan<char> message)
    {
        for (var end = message.Length; end > 0;)
        {
            var open = message[..end].LastIndexOf('(');
            if (open < 0)
            {
                return null;
            }

            var inside = message[(open + 1)..end];
            var colon = inside.IndexOf(':');
            if (colon is > 0 and < 10 && int.TryParse(inside[..colon], out var number))
            {
                return number;
            }

            end = open;
        }

        return null;
    }

    private string TakePlain(string key)
    {
        if (!_rest.StartsWith(key))
        {
            return "";
        }

        var value = _rest[key.Length..];
        var end = value.IndexOf(", ");
        _rest = end < 0 ? default : value[end..];
        return (end < 0 ? value : value[..end]).ToString();
    }

    // A quote ends the request only after its protocol; requests of HTTP/0.9 and broken ones have none.
    private string TakeRequest()
    {
        if (!_rest.StartsWith(RequestKey))
        {
            return "";
        }

        var value = _rest[RequestKey.Length..];
        var protocol = value.IndexOf(" HTTP/");
        if (protocol >= 0 && value[protocol..].IndexOf('"') is >= 0 and var quote && EndsAt(value, protocol + quote))
        {
            _rest = value[(protocol + quote + 1)..];
            return value[..(protocol + quote)].ToString();
        }

        return TakeQuoted(RequestKey, AfterRequest);
    }

    private static bool EndsAt(ReadOnlySpan<char> value, int quote)
        => quote == value.Length - 1 || value[(quote + 1)..].StartsWith(", ");

    private string TakeQuoted(string key, ReadOnlySpan<string> next)
    {
        if (!_rest.StartsWith(key))
        {
            return "";
        }

        var value = _rest[key.Length..];
        var end = EndOf(value, next);
        IsCut |= end < 0;
        _rest = end < 0 ? default : value[(end + 1)..];
        return (end < 0 ? value : value[..end]).ToString();
    }

    // The first place where a quote is followed by a field that may come next; else the quote that ends the line.
    private static int EndOf(ReadOnlySpan<char> value, ReadOnlySpan<string> next)
    {
        for (var from = 0; from < value.Length;)
        {
            var quote = value[from..].IndexOf("\", ");
            if (quote < 0)
            {
                break;
            }

            var after = value[(from + quote + 1)..];
            foreach (var key in next)
            {
                if (after.StartsWith(key))
                {
                    return from + quote;
                }
            }

            from += quote + 1;
        }

        return value is [.., '"'] ? value.Length - 1 : -1;
    }
}
