using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Weir.Probing.Tcp;

/// <summary>
/// Runs code inside another network namespace, so that a question is asked from the seat of a container. The code runs
/// on a thread of its own, which alone enters it (<c>setns(2)</c>) and ends there. Linux only; needs CAP_SYS_ADMIN.
/// </summary>
/// <remarks>
/// What the code opens before its first await belongs to the namespace, and stays usable after. What it starts on
/// other threads does not enter.
/// </remarks>
public static class NetworkNamespace
{
    /// <summary>Runs <paramref name="inside"/> and gives its result; the calling thread waits.</summary>
    /// <param name="path">The namespace: <c>/run/netns/NAME</c> or <c>/proc/PID/ns/net</c>.</param>
    /// <param name="inside">What to run there.</param>
    /// <exception cref="IOException">
    /// The namespace cannot be opened or entered; the message names the errno.
    /// </exception>
    /// <exception cref="PlatformNotSupportedException">This is not Linux.</exception>
    public static T Run<T>(string path, Func<T> inside)
    {
        ArgumentNullException.ThrowIfNull(inside);
        if (!OperatingSystem.IsLinux())
        {
            throw new PlatformNotSupportedException("Network namespaces are a part of Linux.");
        }

        T result = default!;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                Enter(path);
                result = inside();
            }
#pragma warning disable CA1031 // Whatever it is, it is thrown again on the calling thread.
            catch (Exception error)
            {
                failure = ExceptionDispatchInfo.Capture(error);
            }
#pragma warning restore CA1031
        });
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;
    }

    private static void Enter(string path)
    {
        using var handle = File.OpenHandle(path);
        if (Libc.EnterNamespace((int)handle.DangerousGetHandle(), Libc.CloneNewNet) != 0)
        {
            throw new IOException($"Cannot enter {path}: {Errno.NameOf(Marshal.GetLastPInvokeError())}.");
        }
    }
}
