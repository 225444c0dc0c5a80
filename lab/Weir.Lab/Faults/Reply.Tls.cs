namespace Weir.Lab.Faults;

// TLS that goes wrong before it is up. These work on the bare socket, so the server needs no certificate for them.
public sealed partial record Reply
{
    /// <summary>The alert for a missing common cipher or a missing name (RFC 8446, 6.2).</summary>
    public const byte HandshakeFailure = 40;

    /// <summary>
    /// Reads the ClientHello and answers with a fatal alert (RFC 8446, 6): 40 handshake_failure, 70
    /// protocol_version, 112 unrecognized_name, 120 no_application_protocol and so on.
    /// </summary>
    public static Reply TlsAlert(byte description = HandshakeFailure)
        => OnHello($"tls-alert {description}",
            Faults.Steps.Send((byte[])[21, 3, 3, 0, 2, 2, description]), Faults.Steps.Close);

    /// <summary>Reads the ClientHello and answers it like a plain web server: 400, in clear.</summary>
    public static Reply PlainTextOnTls()
        => OnHello("plain-text-on-tls",
            Faults.Steps.Send(new Answer(400, "Bad Request", [], [("Connection", "close")])),
            Faults.Steps.Close);

    /// <summary>Reads the ClientHello and never answers it.</summary>
    public static Reply TlsHang() => OnHello("tls-hang", Faults.Steps.Hang);

    /// <summary>Reads the ClientHello and closes (FIN).</summary>
    public static Reply CloseInTlsHandshake() => OnHello("close-in-tls-handshake", Faults.Steps.Close);

    /// <summary>Reads the ClientHello and resets.</summary>
    public static Reply ResetInTlsHandshake() => OnHello("reset-in-tls-handshake", Faults.Steps.Reset);

    private static Reply OnHello(string name, params ReadOnlySpan<Step> steps)
        => new(name, Moment.Accepted, [TlsSteps.ReadHello, .. steps]);
}
