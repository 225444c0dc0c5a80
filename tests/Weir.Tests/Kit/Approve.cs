using System.Text;

namespace Weir.Tests.Kit;

/// <summary>
/// Everything that a person reads is approved text: a file in <c>Approved/</c>, changed only on purpose. With the
/// variable <c>WEIR_APPROVE=1</c> the files are rewritten instead of compared, and the change shows in the commit.
/// </summary>
internal static class Approve
{
    /// <summary>Whether files are rewritten in this run.</summary>
    public static bool Rewrites { get; } = Environment.GetEnvironmentVariable("WEIR_APPROVE") == "1";

    /// <summary>Compares <paramref name="actual"/> with the approved file of this name.</summary>
    public static void That(string actual, string name)
        => Same(actual, Repository.At("tests", "Weir.Tests", "Approved", name));

    /// <summary>Compares <paramref name="actual"/> with a file of the repository.</summary>
    public static void Same(string actual, string path)
    {
        var approved = File.Exists(path) ? File.ReadAllText(path) : null;
        if (approved == actual)
        {
            return;
        }

        if (Rewrites)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return;
        }

        Assert.Fail($"{path} {(approved is null ? "is missing" : "differs")}. If the new text is meant, run this test "
            + $"with WEIR_APPROVE=1 and commit the file.\n--- the new text ---\n{actual}");
    }
}
