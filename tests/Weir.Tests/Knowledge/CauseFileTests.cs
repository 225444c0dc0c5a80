using Weir.Knowledge;
using Weir.Tests.Kit;

namespace Weir.Tests.Knowledge;

public sealed class CauseFileTests
{
    public static TheoryData<string> Files => [.. Directory
        .GetFiles(Repository.At("causes"), "*.md")
        .Select(path => Path.GetFileName(path))
        .Where(name => name != "README.md")
        .Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Files))]
    public void Every_file_reads_without_a_problem(string file)
    {
        List<KnowledgeProblem> problems = [];
        new CauseFile(file, problems).Read(
            Path.GetFileNameWithoutExtension(file), File.ReadAllText(Repository.At("causes", file)));
        Assert.Empty(problems);
    }
}
