using System.Globalization;

namespace Weir.Lab.Worlds;

/// <summary>Finds the process that a wrapper such as <c>nsenter</c> started.</summary>
internal static class ChildProcess
{
    /// <summary>The id as it is written.</summary>
    public static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The first child of a process; null while it has none, or is gone.</summary>
    public static int? Of(int parent)
    {
        try
        {
            var first = File.ReadAllText($"/proc/{parent}/task/{parent}/children").Split(' ')[0];
            return int.TryParse(first, CultureInfo.InvariantCulture, out var id) ? id : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
