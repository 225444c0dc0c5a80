using static Weir.Probing.Answers.Mark;
using static Weir.Vocabulary.Failure;

namespace Weir.Probing.Answers.Families;

/// <summary>Firewalls for web traffic and the devices that balance and filter at once.</summary>
internal static class SecurityFamily
{
    public static readonly IReadOnlyList<Fingerprint> All =
    [
        new("F5 BIG-IP", AnswererRole.Security)
        {
            Writes =
            [
                Body("The requested URL was rejected. Please consult with your administrator."),
                Body("Your support ID is:", 4),
            ],
            Speaks = [Server("BigIP"), Field("Set-Cookie", "BIGipServer")],
        },
        new("Citrix ADC", AnswererRole.Gateway)
        {
            Writes = [WholeBody("Http/1.1 Service Unavailable", 5)],
            Speaks = [Field("Via", "NS-CACHE", 4), Field("Set-Cookie", "NSC_")],
            Says = [new(WholeBody("Http/1.1 Service Unavailable"), NoHealthyUpstream)],
        },
        new("Imperva", AnswererRole.Security)
        {
            Writes = [Body("Incapsula incident ID"), Body("_Incapsula_Resource", 4)],
            Speaks = [Field("X-Iinfo", "", 4), Field("X-CDN", "Imperva", 4), Field("Set-Cookie", "incap_ses")],
            Says =
            [
                new(Body("Error code 8"), ConnectTimeout, ConnectRefused),
                new(Body("Error code 20"), ResetBeforeHeaders, ClosedBeforeHeaders, HeadersTimeout),
            ],
        },
        new("Sucuri", AnswererRole.Security)
        {
            Writes = [Body("Sucuri WebSite Firewall"), Body("Backend or gateway connection timeout", 3)],
            Speaks = [Server("Sucuri"), Field("X-Sucuri-ID", "", 4)],
            Says = [new(Body("Backend or gateway connection timeout"), ConnectTimeout, HeadersTimeout)],
        },
    ];
}
