namespace Weir.Probing.Answers;

/// <summary>What part a piece of software plays between a visitor and an application.</summary>
public enum AnswererRole
{
    /// <summary>A gateway, reverse proxy or load balancer, run by the site or rented in a cloud.</summary>
    Gateway,

    /// <summary>A content delivery network or shared cache in front of the site.</summary>
    Cdn,

    /// <summary>The router of a hosting platform; what lies behind it is the platform's too.</summary>
    Platform,

    /// <summary>A server that runs applications.</summary>
    ApplicationServer,

    /// <summary>A framework or product inside the application.</summary>
    Framework,

    /// <summary>A proxy on the visitor's side: of an office, a provider or a program on the machine.</summary>
    ForwardProxy,

    /// <summary>A firewall for web traffic, on the site's side or the visitor's.</summary>
    Security,
}
