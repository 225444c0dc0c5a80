namespace Weir.Lab.Faults;

// Something else lives on the port.
public sealed partial record Reply
{
    /// <summary>
    /// An SSH server: its banner at once (RFC 4253, 4.2), its complaint after the first bytes, a close.
    /// </summary>
    public static Reply SshBanner()
        => new("ssh", Moment.Accepted, Faults.Steps.Send(Latin1("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n")),
            Faults.Steps.AwaitAnything, Faults.Steps.Send(Latin1("Invalid SSH identification string.\r\n")),
            Faults.Steps.CloseGently);

    /// <summary>A MySQL server: its handshake packet (protocol 10) at once; closes after the first bytes.</summary>
    public static Reply MySqlGreeting()
        => new("mysql", Moment.Accepted, Faults.Steps.Send(Greeting()),
            Faults.Steps.AwaitAnything, Faults.Steps.CloseGently);

    /// <summary>
    /// An SMTP server: its greeting at once (RFC 5321, 4.2), its complaint after the first bytes, a close.
    /// </summary>
    public static Reply SmtpGreeting()
        => new("smtp", Moment.Accepted, Faults.Steps.Send(Latin1("220 mail.test ESMTP\r\n")),
            Faults.Steps.AwaitAnything, Faults.Steps.Send(Latin1("502 5.5.2 Error: command not recognized\r\n")),
            Faults.Steps.CloseGently);

    /// <summary>A Redis server: its complaint after the first bytes, a close.</summary>
    public static Reply RedisError()
        => new("redis", Moment.Connected, Faults.Steps.AwaitAnything,
            Faults.Steps.Send(Latin1("-ERR unknown command 'GET'\r\n")), Faults.Steps.CloseGently);

    /// <summary>A FastCGI responder that answers in its own records (FastCGI 1.0, 3.3), and closes.</summary>
    public static Reply FastCgiRecords()
    {
        var text = Latin1("Status: 200 OK\r\n\r\nhello");
        byte[] output = [1, 6, 0, 1, 0, (byte)text.Length, 0, 0, .. text];
        byte[] end = [1, 3, 0, 1, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        return Bytes([.. output, .. end]).ThenClose() with { Name = "fastcgi" };
    }

    // A 3-byte length and a sequence number before the packet: protocol, version, thread, salt, capabilities.
    private static byte[] Greeting()
    {
        byte[] packet =
        [
            10, .. "8.0.36\0"u8, 8, 0, 0, 0, .. "saltsalt"u8, 0, 0xFF, 0xFF, 0xFF, 2, 0, 0xFF, 0xDF, 21,
            .. new byte[10], .. "saltsaltsalt\0"u8, .. "mysql_native_password\0"u8,
        ];
        return [(byte)packet.Length, 0, 0, 0, .. packet];
    }
}
