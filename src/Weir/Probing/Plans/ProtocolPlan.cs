using Weir.Probing.Checks;
using Weir.Vocabulary;

namespace Weir.Probing.Plans;

/// <summary>
/// Which other versions and protocols are tried: where TLS fails, where plain text is not answered so.
/// </summary>
internal static class ProtocolPlan
{
    public static IEnumerable<Check> Next(SiteView view)
    {
        foreach (var failed in view.AsAsked.Where(each => each.Fails).Take(1))
        {
            var (endpoint, host) = (failed.Sample.Endpoint, view.Target.Host);
            if (failed.Failure is Failure.TlsAlert or Failure.TlsProtocol or Failure.TlsCertificate)
            {
                yield return new TlsLook(endpoint, host, TlsVariation.WithoutName);
                yield return new TlsLook(endpoint, host, TlsVariation.OnlyTls12);
                yield return new TlsLook(endpoint, host, TlsVariation.OnlyTls13);
            }
            else if (!view.Target.IsTls && failed.Failure is Failure.ClosedBeforeHeaders
                or Failure.ResetBeforeHeaders or Failure.HeadersMalformed)
            {
                yield return new TlsLook(endpoint, host, TlsVariation.Usual);
                yield return new Http2Look(view.Target, endpoint);
            }
            else if (view.Target.IsTls && failed.Exchange is not null)
            {
                yield return new Http2Look(view.Target, endpoint);
            }
        }
    }
}
