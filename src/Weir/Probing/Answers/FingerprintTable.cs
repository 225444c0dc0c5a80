using Weir.Probing.Answers.Families;

namespace Weir.Probing.Answers;

/// <summary>Every known writer. Of two with the same weight the earlier counts, so the common stand first.</summary>
internal static class FingerprintTable
{
    public static readonly IReadOnlyList<Fingerprint> All =
    [
        .. NginxFamily.All, .. ApacheFamily.All, .. HaproxyFamily.All, .. EnvoyFamily.All, .. GoFamily.All,
        .. VarnishFamily.All, .. CloudflareFamily.All, .. AmazonFamily.All, .. GoogleFamily.All, .. AkamaiFamily.All,
        .. AzureFamily.All, .. MicrosoftFamily.All, .. PlatformFamily.All, .. SecurityFamily.All,
        .. ForwardProxyFamily.All, .. JavaFamily.All, .. ScriptingFamily.All, .. WeirFamily.All,
    ];
}
