using System.Globalization;

namespace Weir.Host.FileSystems;

/// <summary>
/// Whether a user may connect to a unix socket: search every folder on the way and write the socket itself (unix(7)).
/// Access lists and security modules are not asked.
/// </summary>
/// <param name="Exists">The socket's file is there.</param>
/// <param name="Obstacle">The first folder or file that forbids it, with its mode; null where none does.</param>
public sealed record SocketAccess(bool Exists, string? Obstacle)
{
    private const int MayWrite = 2;
    private const int MaySearch = 1;

    /// <summary>The user may connect.</summary>
    public bool IsGranted => Exists && Obstacle is null;

    /// <summary>Judges the way to a socket for the user and groups of a process.</summary>
    /// <param name="root">The files as the process sees them.</param>
    /// <param name="path">The socket.</param>
    /// <param name="process">The process that connects; null is taken for root.</param>
    public static Reading<SocketAccess> Of(HostRoot root, string path, int? process)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(path);
        var (user, groups) = process is { } id ? Identity(id) : (0, []);
        var at = "";
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            at = $"{at}/{part}";
            var status = FileOwner.Read(root, at);
            if (!status.TryGet(out var file))
            {
                return status.Missing!.Reason == UnreadReason.Absent
                    ? Readings.Of(new SocketAccess(false, at))
                    : Readings.Missing<SocketAccess>(status.Missing);
            }

            if (!file.Grants(at == path ? MayWrite : MaySearch, user, groups))
            {
                return Readings.Of(new SocketAccess(true, $"{at} ({file})"));
            }
        }

        return Readings.Of(new SocketAccess(true, null));
    }

    private static (int User, IReadOnlyList<int> Groups) Identity(int process)
    {
        var text = HostRoot.This.Text($"/proc/{process}/status").Or("");
        return (Numbers(text, "Uid:").Skip(1).FirstOrDefault(),
            [.. Numbers(text, "Gid:").Skip(1).Take(1), .. Numbers(text, "Groups:")]);
    }

    private static IEnumerable<int> Numbers(string text, string name)
        => KernelText.Lines(text).Where(line => line.StartsWith(name, StringComparison.Ordinal))
            .SelectMany(line => KernelText.Cells(line[name.Length..]))
            .Select(cell => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number : -1);
}
