using System.Text;
using Weir.Logs.Access;

namespace Weir.Logs.Recent;

/// <summary>What the two lines of one request have in common: the visitor and the start of the request line.</summary>
internal readonly record struct RequestKey(string Client, string Request)
{
    /// <summary>
    /// Cut lines of the error log keep at least so much of the request, in characters; and it bounds the memory that a
    /// hostile visitor can take.
    /// </summary>
    public const int Longest = 512;

    public static RequestKey Of(string client, string request)
        => new(client, request.Length > Longest ? request[..Longest] : request);

    /// <summary>The hash of the key of a line that is not copied; null where the line must be read first.</summary>
    public static int? QuickHash(AccessLine line)
    {
        var request = line[AccessField.Request];
        return request.IsEmpty || request.Length > Longest || request.IndexOfAnyExceptInRange((byte)' ', (byte)'~') >= 0
            || request.Contains((byte)'\\') ? null : Hash(line[AccessField.Client], request);
    }

    /// <summary>The hash that <see cref="QuickHash"/> gives for this key's line.</summary>
    public int Hash() => Hash(Encoding.UTF8.GetBytes(Client), Encoding.UTF8.GetBytes(Request));

    private static int Hash(ReadOnlySpan<byte> client, ReadOnlySpan<byte> request)
    {
        var hash = new HashCode();
        hash.AddBytes(client);
        hash.Add('|');
        hash.AddBytes(request);
        return hash.ToHashCode();
    }
}
