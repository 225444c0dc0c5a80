using System.Buffers.Binary;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Weir.Tests.Probing.Http;

/// <summary>Writes and awaits HTTP/2 frames by hand (RFC 9113 section 4.1); a server may misbehave at any.</summary>
internal static class Frames
{
    public static readonly byte[] Settings = Frame(4, 0, 0, []);

    /// <summary>HEADERS with END_HEADERS, and END_STREAM where there is no body.</summary>
    public static byte[] Head(int status, bool ends, params (string Name, string Value)[] fields)
    {
        // Literal fields without indexing (RFC 7541 section 6.2.2); 8 is the static entry of :status.
        List<byte> block = [0x08, 3, .. Encoding.ASCII.GetBytes(status.ToString())];
        foreach (var (name, value) in fields)
        {
            block.AddRange([0, (byte)name.Length, .. Encoding.ASCII.GetBytes(name)]);
            block.AddRange([(byte)value.Length, .. Encoding.ASCII.GetBytes(value)]);
        }

        return Frame(1, (byte)(ends ? 5 : 4), 1, [.. block]);
    }

    public static byte[] Data(string text, bool ends)
        => Frame(0, (byte)(ends ? 1 : 0), 1, Encoding.ASCII.GetBytes(text));

    public static byte[] Reset(int code) => Frame(3, 0, 1, Number(code));

    public static byte[] GoAway(int lastStream, int code) => Frame(7, 0, 0, [.. Number(lastStream), .. Number(code)]);

    /// <summary>Reads the preface and frames up to the HEADERS of the request.</summary>
    public static async Task AwaitRequestAsync(Stream stream, CancellationToken stop)
    {
        await stream.ReadExactlyAsync(new byte[24], stop);
        var head = new byte[9];
        do
        {
            await stream.ReadExactlyAsync(head, stop);
            var length = (head[0] << 16) | (head[1] << 8) | head[2];
            await stream.ReadExactlyAsync(new byte[length], stop);
        }
        while (head[3] != 1);
    }

    private static byte[] Frame(byte type, byte flags, int stream, byte[] payload)
        => [0, (byte)(payload.Length >> 8), (byte)payload.Length, type, flags, .. Number(stream), .. payload];

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    public static SslServerAuthenticationOptions WithH2(
        X509Certificate2 certificate, SslApplicationProtocol protocol)
        => new() { ServerCertificate = certificate, ApplicationProtocols = [protocol] };
}
