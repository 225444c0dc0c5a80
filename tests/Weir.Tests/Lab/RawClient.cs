using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Weir.Lab.Faults;

namespace Weir.Tests.Lab;

/// <summary>A client that sees the wire as it is: the bytes, and whether they ended with a FIN or a RST.</summary>
internal sealed class RawClient : IDisposable
{
    public const string Get = "GET / HTTP/1.1\r\nHost: test\r\n\r\n";

    // A test that waits longer than this has failed; nothing here takes a second on its own.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly Socket _socket;
    private readonly CancellationTokenSource _stop
        = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private Stream _stream = Stream.Null;

    private RawClient(EndPoint to)
    {
        var protocol = to is UnixDomainSocketEndPoint ? ProtocolType.Unspecified : ProtocolType.Tcp;
        _socket = new Socket(to.AddressFamily, SocketType.Stream, protocol);
        _stop.CancelAfter(Limit);
    }

    public SslStream Tls => (SslStream)_stream;

    /// <summary>How many bytes have come and are not read.</summary>
    public int Available => _socket.Available;

    public static async Task<RawClient> ConnectAsync(FaultyServer server)
    {
        var client = new RawClient(server.EndPoint);
        try
        {
            await client._socket.ConnectAsync(server.EndPoint, client._stop.Token);
        }
        catch
        {
            client.Dispose();
            throw;
        }

        client._stream = new NetworkStream(client._socket);
        return client;
    }

    public static async Task<RawClient> AskAsync(FaultyServer server, string request = Get)
    {
        var client = await ConnectAsync(server);
        await client.SendAsync(request);
        return client;
    }

    /// <summary>Everything that one request brings until the server ends the connection.</summary>
    public static async Task<Ending> ExchangeAsync(FaultyServer server, string request = Get)
    {
        using var client = await AskAsync(server, request);
        return await client.ReadToEndAsync();
    }

    /// <summary>Makes the handshake, and returns what is wrong with the server's certificate.</summary>
    public async Task<SslPolicyErrors> StartTlsAsync(
        string name = "localhost", X509Certificate2? trusted = null, SslClientAuthenticationOptions? options = null)
    {
        var errors = SslPolicyErrors.None;
        options ??= new();
        options.TargetHost = name;
        options.CertificateChainPolicy = new X509ChainPolicy
        {
            RevocationMode = X509RevocationMode.NoCheck,
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            DisableCertificateDownloads = true,
        };
        if (trusted is not null)
            options.CertificateChainPolicy.CustomTrustStore.Add(trusted);
        options.RemoteCertificateValidationCallback = (_, _, _, found) =>
        {
            errors = found;
            return found == SslPolicyErrors.None;
        };
        var tls = new SslStream(_stream);
        _stream = tls;
        try
        {
            await tls.AuthenticateAsClientAsync(options, _stop.Token);
        }
        catch (AuthenticationException) when (errors != SslPolicyErrors.None)
        {
            // The certificate is refused, as it should be; the caller looks at what was wrong with it.
        }

        return errors;
    }

    public ValueTask SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    public ValueTask SendAsync(ReadOnlyMemory<byte> bytes) => _stream.WriteAsync(bytes, _stop.Token);

    public void EndSending() => _socket.Shutdown(SocketShutdown.Send);

    public async Task<string> ReadAsync(int count)
    {
        var bytes = new byte[count];
        await _stream.ReadExactlyAsync(bytes, _stop.Token);
        return Encoding.Latin1.GetString(bytes);
    }

    public async Task<Ending> ReadToEndAsync()
    {
        var text = new StringBuilder();
        var buffer = new byte[65_536];
        try
        {
            for (var count = 1; count > 0;)
            {
                count = await _stream.ReadAsync(buffer, _stop.Token);
                text.Append(Encoding.Latin1.GetString(buffer, 0, count));
            }

            return new(text.ToString(), WasReset: false);
        }
        catch (IOException problem) when (problem.InnerException is SocketException
        { SocketErrorCode: SocketError.ConnectionReset })
        {
            return new(text.ToString(), WasReset: true);
        }
    }

    public void Dispose()
    {
        _stream.Dispose();
        _socket.Dispose();
        _stop.Dispose();
    }

    /// <summary>What came, and how it ended: with a FIN or a RST.</summary>
    internal sealed record Ending(string Text, bool WasReset);
}
