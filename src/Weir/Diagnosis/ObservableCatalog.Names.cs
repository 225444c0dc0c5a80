using static Weir.Diagnosis.Observable;

namespace Weir.Diagnosis;

public static partial class ObservableCatalog
{
    private static ObservableTraits[] NameRows() =>
    [
        new(NameExistsElsewhere, 0.9, "Do other resolvers give an address for the name?", "dig @1.1.1.1 {host}"),
        new(AuthoritativeAnswers, 0.9, "Do the zone's own servers give an address for the name?",
            "dig +trace {host}", Correlation.Authority),
        new(AuthoritativeDenies, 0.03, "Do the zone's own servers deny the name?", "dig +trace {host}",
            Correlation.Authority),
        new(ResolversDisagree, 0.04, "Do resolvers give different answers for the name?",
            "dig {host} @1.1.1.1, @8.8.8.8 and @ each server of the zone"),
        new(ValidationFails, 0.01, "Does the name resolve only with DNSSEC validation switched off?",
            "dig {host}; dig +cd {host}"),
        new(DelegationBroken, 0.02, "Is a server that the zone names lame: not answering for the zone?",
            "dig +norecurse {host} @ each name server of the zone"),
        new(NameServersSilent, 0.02, "Do the name servers that were asked not answer at all?",
            "dig +time=2 +tries=1 {host} @ each nameserver of /etc/resolv.conf"),
        new(UsedAddressDiffers, 0.02, "Does the gateway use an address that the name no longer has?",
            "compare the address in the gateway's error log with: dig +short {host}", Correlation.Address),
        new(CurrentAddressWorks, 0.03, "Does the name's present address answer where the used one fails?",
            "curl --connect-to the present address of {host}"),
    ];

    private static ObservableTraits[] TlsRows() =>
    [
        new(CertificateExpired, 0.01, "Is the endpoint's certificate expired, or not yet valid?",
            "openssl s_client -connect {endpoint} -servername {host} </dev/null | openssl x509 -noout -dates"),
        new(ChainUntrusted, 0.01, "Does the endpoint's certificate lead to no trusted authority?",
            "openssl s_client -connect {endpoint} -servername {host} -showcerts </dev/null"),
        new(NameDiffers, 0.01, "Is the certificate for another name than the one asked for?",
            "openssl s_client -connect {endpoint} -servername {host} </dev/null | openssl x509 -noout -text",
            Correlation.ServerName),
        new(WorksWithServerName, 0.01, "Does the handshake work only when the name is sent (SNI)?",
            "openssl s_client -connect {endpoint} -noservername </dev/null", Correlation.ServerName),
        new(VersionRefused, 0.01, "Do the two sides have no protocol version or cipher in common?",
            "openssl s_client -connect {endpoint} -tls1_2 </dev/null; the same with -tls1_3"),
        new(ClientCertificateWanted, 0.01, "Does the endpoint want a client certificate?",
            "openssl s_client -connect {endpoint} </dev/null: look for \"Acceptable client certificate\""),
    ];
}
