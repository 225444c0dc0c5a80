using System.Text;

namespace Weir.Configurations.Nginx.Choosing;

/// <summary>A request's target as nginx understands it.</summary>
/// <param name="Path">The path: percent signs decoded, dots resolved, slashes merged (RFC 3986 section 6.2.2).</param>
/// <param name="Query">What follows the question mark, as sent; empty when nothing does.</param>
/// <param name="IsQuoted">It had percent signs, so what is made of it is escaped again.</param>
internal sealed record RequestPath(string Path, string Query, bool IsQuoted)
{
    /// <summary>Takes a target apart; null when nginx answers it with 400.</summary>
    public static RequestPath? Parse(string target, bool mergesSlashes)
    {
        var start = target.AsSpan().IndexOfAny('?', '#');
        var path = start < 0 ? target : target[..start];
        var query = start >= 0 && target[start] == '?' ? target[(start + 1)..].Split('#', 2)[0] : "";
        if (!path.StartsWith('/') || Decode(path) is not { } decoded
            || Resolve(decoded, mergesSlashes) is not { } plain)
        {
            return null;
        }

        return new(plain, query, path.Contains('%'));
    }

    private static string? Decode(string path)
    {
        if (!path.Contains('%'))
        {
            return path;
        }

        var bytes = new List<byte>(path.Length);
        for (var at = 0; at < path.Length; at++)
        {
            if (path[at] != '%')
            {
                var end = path.IndexOf('%', at) is var next and >= 0 ? next : path.Length;
                bytes.AddRange(Encoding.UTF8.GetBytes(path[at..end]));
                at = end - 1;
            }
            else if (at + 2 < path.Length && char.IsAsciiHexDigit(path[at + 1]) && char.IsAsciiHexDigit(path[at + 2])
                && Convert.ToByte(path.Substring(at + 1, 2), 16) is > 0 and var value)
            {
                bytes.Add(value);
                at += 2;
            }
            else
            {
                return null;
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static string? Resolve(string path, bool mergesSlashes)
    {
        var done = new List<string>();
        var parts = path[1..].Split('/');
        for (var at = 0; at < parts.Length; at++)
        {
            var isLast = at == parts.Length - 1;
            switch (parts[at])
            {
                case ".." when done.Count == 0:
                    return null;
                case "..":
                    done.RemoveAt(done.Count - 1);
                    break;
                case "." or "" when !isLast && (parts[at] == "." || mergesSlashes):
                    break;
                case not "." when !isLast || parts[at].Length > 0:
                    done.Add(parts[at]);
                    break;
            }
        }

        var endsInFolder = parts[^1] is "" or "." or "..";
        return "/" + string.Join('/', done) + (endsInFolder && done.Count > 0 ? "/" : "");
    }
}
