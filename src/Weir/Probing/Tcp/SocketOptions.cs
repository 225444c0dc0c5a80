using System.Net.Sockets;

namespace Weir.Probing.Tcp;

/// <summary>Options of a descriptor that the platform's sockets do not offer. Linux only.</summary>
internal static unsafe class SocketOptions
{
    /// <summary>TCP_INFO; null when the descriptor is no TCP socket.</summary>
    public static TcpFacts? Tcp(int descriptor)
    {
        Span<byte> info = stackalloc byte[TcpFacts.Bytes];
        fixed (byte* start = info)
        {
            var length = (uint)info.Length;
            return Libc.GetOption(descriptor, Libc.LevelTcp, Libc.TcpInfo, start, &length) == 0
                ? TcpFacts.Parse(info[..(int)length])
                : null;
        }
    }

    /// <summary>An option that is a number; null when the kernel does not have it.</summary>
    public static int? Number(int descriptor, int level, int name)
    {
        int value;
        uint length = sizeof(int);
        return Libc.GetOption(descriptor, level, name, (byte*)&value, &length) == 0 ? value : null;
    }

    /// <summary>Sets an option that is a number; false when the kernel does not have it.</summary>
    public static bool Set(int descriptor, int level, int name, int value)
        => Libc.SetOption(descriptor, level, name, &value, sizeof(int)) == 0;

    /// <summary>Asks a socket of the platform, keeping its descriptor from being closed and reused meanwhile.</summary>
    public static T? Borrow<T>(Socket socket, Func<int, T?> ask)
        where T : class
    {
        var held = false;
        try
        {
            socket.SafeHandle.DangerousAddRef(ref held);
            return ask((int)socket.SafeHandle.DangerousGetHandle());
        }
        catch (ObjectDisposedException)
        {
            return null; // Closed: it has no facts any more.
        }
        finally
        {
            if (held)
            {
                socket.SafeHandle.DangerousRelease();
            }
        }
    }
}
