using System.Text.RegularExpressions;
using Weir.Tests.Kit;
using Weir.Vocabulary;

namespace Weir.Tests;

/// <summary>The walls and the size rules of the house.</summary>
public sealed partial class HouseTests
{
    private static readonly string[] SourceFolders = ["src", "lab", "tests"];

    private static IEnumerable<string> Sources => SourceFolders
        .SelectMany(folder => Directory.EnumerateFiles(Repository.At(folder), "*.cs", SearchOption.AllDirectories));

    [Fact]
    public void The_engine_does_not_know_AspNetCore()
        => Assert.DoesNotContain(
            typeof(Failure).Assembly.GetReferencedAssemblies(),
            reference => reference.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Fact]
    public void The_engine_knows_neither_the_door_nor_the_lab()
        => Assert.DoesNotContain(
            typeof(Failure).Assembly.GetReferencedAssemblies(),
            reference => reference.Name is "weir" or "Weir.Lab");

    [Fact]
    public void Diagnosis_sees_no_socket_file_or_clock()
        => Assert.Empty(Directory
            .EnumerateFiles(Repository.At("src", "Weir", "Diagnosis"), "*.cs")
            .Where(file => SeesTheWorld().IsMatch(File.ReadAllText(file))));

    [Fact]
    public void No_file_is_longer_than_400_lines()
        => Assert.Empty(Sources.Where(file => File.ReadLines(file).Count() > 400));

    [Fact]
    public void No_method_is_longer_than_70_lines()
        => Assert.Empty(Sources.SelectMany(LongMethods));

    [Fact]
    public void No_line_is_wider_than_120_columns()
        => Assert.Empty(Sources.SelectMany(file => File.ReadLines(file)
            .Select((line, index) => (line, place: $"{file}:{index + 1}"))
            .Where(each => each.line.Length > 120)
            .Select(each => each.place)));

    [Fact]
    public void No_folder_hides_what_is_in_it()
        => Assert.Empty(SourceFolders
            .Select(folder => Repository.At(folder))
            .SelectMany(folder => Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories))
            .Where(folder => Path.GetFileName(folder) is "Utils" or "Utilities" or "Common" or "Helpers" or "Misc"));

    [Fact]
    public void Nothing_unfinished_is_left()
        => Assert.Empty(Sources
            .Where(file => Path.GetFileName(file) != "HouseTests.cs")
            .Where(file => Unfinished().IsMatch(File.ReadAllText(file))));

    [Fact]
    public void Every_page_that_the_docs_name_exists()
        => Assert.Empty(Directory
            .EnumerateFiles(Repository.At("docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.Root, "*.md"))
            .SelectMany(page => Links().Matches(File.ReadAllText(page))
                .Select(link => link.Groups[1].Value)
                .Where(link => !link.Contains(':') && !link.StartsWith('#'))
                .Select(link => Path.Combine(Path.GetDirectoryName(page)!, link.Split('#')[0])))
            .Where(path => !File.Exists(path) && !Directory.Exists(path)));

    // The format check keeps the indentation, so a body is what stands between two braces of equal indentation.
    private static IEnumerable<string> LongMethods(string file)
    {
        var lines = File.ReadAllLines(file);
        for (var at = 1; at < lines.Length; at++)
        {
            if (lines[at].TrimStart() == "{" && Signature().IsMatch(lines[at - 1]))
            {
                var end = Array.IndexOf(lines, lines[at].Replace('{', '}'), at);
                if (end - at - 1 > 70)
                {
                    yield return $"{file}:{at}: {end - at - 1} lines";
                }
            }
        }
    }

    [GeneratedRegex(@"System\.Net|System\.IO|TimeProvider|File\.|Stopwatch|DateTime(Offset)?\.(Utc)?Now")]
    private static partial Regex SeesTheWorld();

    [GeneratedRegex(@"^(?!.*\b(class|record|struct)\b)(?!\s*(if|else|for(each)?|while|switch|using|lock|catch)\b)"
        + @".*\)(\s*where .*)?$")]
    private static partial Regex Signature();

    [GeneratedRegex(@"NotImplementedException|TODO|FIXME|HACK:")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Links();
}
